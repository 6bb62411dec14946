/**
 * So far back the table can be put to any second. What versions of files still hide is kept as long: a table that is put back finds the
 * files that its rows name. What two people had destroyed is gone at once.
 */
export const restoreDays = 35;
