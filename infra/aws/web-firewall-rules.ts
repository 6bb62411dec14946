/** Rules of a group that AWS keeps; `onlyCounted` are told of and turn nobody away. */
type ManagedGroup = { readonly name: string; readonly onlyCounted: readonly string[] };

/** From one address in five minutes: an office of thirty behind one address asks for a tenth of it on a busy morning. */
export const requestsPerAddressMax = 10_000;

/**
 * In their order. What stands in a body is only counted: our forms carry what strangers wrote on their papers (the title of a
 * training, a name), so a stranger could write a known attack on a certificate, and nobody could ever save its case. They also
 * are longer than the 8 kB that the common rules allow; the app itself bounds each form, and takes each only with the key of a session.
 */
export const firewallRules: readonly ManagedGroup[] = [
  { name: 'AWSManagedRulesAmazonIpReputationList', onlyCounted: [] },
  {
    name: 'AWSManagedRulesKnownBadInputsRuleSet',
    onlyCounted: ['JavaDeserializationRCE_BODY', 'Log4JRCE_BODY', 'ReactJSRCE_BODY'],
  },
  {
    name: 'AWSManagedRulesCommonRuleSet',
    onlyCounted: [
      'SizeRestrictions_BODY',
      'CrossSiteScripting_BODY',
      'EC2MetaDataSSRF_BODY',
      'GenericLFI_BODY',
      'GenericRFI_BODY',
    ],
  },
];
