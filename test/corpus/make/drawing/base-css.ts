/** Rules every page shares. Sizes in points and inches: a page is Letter. */
export const baseCss = `
*{box-sizing:border-box;margin:0;padding:0}
html,body{background:#fff;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.page{position:relative;width:8.5in;height:11in;overflow:hidden;background:#fff;color:#111;break-after:page}
.page.wide{width:11in;height:8.5in}
.box,.signature{vertical-align:middle}
.typed-box{font-family:'mono';white-space:pre}
.ringed{position:relative;display:inline-block;padding:0 3px}
.ringed svg{position:absolute;left:-6px;top:-5px;width:calc(100% + 12px);height:calc(100% + 10px)}
.word{display:inline-block}
.script{font-size:20pt;line-height:1;white-space:nowrap}
.slot{display:inline-block;min-width:100%;min-height:14pt;vertical-align:bottom;overflow:hidden}
.slot>span{visibility:hidden}
.tick-slot{display:inline-block;width:11pt;height:11pt;vertical-align:middle}
table{border-collapse:collapse;width:100%}
`;
