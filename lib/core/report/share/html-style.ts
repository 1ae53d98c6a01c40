import { html } from './markup';

/**
 * The look of a shared file: it stands alone, so everything is in it. Its policy lets this style in by its hash and
 * nothing else; a test computes the hash again.
 */
export const style = html`:root{color-scheme:light dark;--paper:light-dark(#faf8f3,#171512);--ink:light-dark(#1e1b17,#f1ece2);--soft:light-dark(#5a5347,#b9b0a1);--rule:light-dark(#857c6d,#8f8676);--accent:light-dark(#a8321a,#ff9a7d);--own:light-dark(#37332c,#d8d0c2);--quotation:light-dark(#2f6ea3,#7db6e8);--reprint:light-dark(#6b3f8f,#c9a2ea)}
*{box-sizing:border-box}
body{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 3rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1,h2,.title,q{font-family:ui-serif,serif;line-height:1.3}
h1{font-size:1.75rem;margin:.25rem 0}
h2{margin:2rem 0 .5rem;padding-top:.5rem;border-top:3px double var(--rule);font-size:1.25rem}
p,ul,ol{margin:.5rem 0}
ul,ol{padding-inline-start:1.25rem}
li{margin:.5rem 0}
a{color:inherit;text-decoration-color:var(--accent);text-underline-offset:.18em}
:focus-visible{outline:2px solid light-dark(#0b57a8,#9fd0ff);outline-offset:2px}
.unseen{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
summary{display:inline-block;padding:.25rem .75rem;border:1px solid var(--rule);border-radius:.25rem;cursor:pointer}
details[open]>summary{color:var(--soft)}
.soft,footer{color:var(--soft)}
.lead{font-weight:600}
.badge{padding:0 .4rem;border:1px solid var(--rule);border-radius:1rem;font-size:.8125rem;color:var(--soft)}
.block{display:block}
svg{display:block;margin:.75rem 0}
.own{fill:var(--own)}
.shared{margin:-.6rem 0 .75rem;fill:var(--accent)}
.words rect{stroke:var(--paper);stroke-width:.5px}
.words .frame{fill:none;stroke:var(--rule);stroke-width:1px}
.quotation{color:var(--quotation)}.excerpt{color:var(--accent)}.reprint{color:var(--reprint)}
pattern path,.time line{stroke:currentColor;stroke-width:1.5;fill:none}
pattern circle,.time rect,.time circle{fill:currentColor}
.time .this{color:var(--accent)}
.ends{display:flex;justify-content:space-between;margin-top:-.5rem}
[dir=rtl] svg{transform:scaleX(-1)}
@media print{:root{color-scheme:light}body{max-width:none;padding:0;font-size:10.5pt}li,p{break-inside:avoid}h2{break-after:avoid}li a[href]::after{content:" <" attr(href) ">";color:var(--soft);font-size:.8em}details[open]>summary{display:none}details:not([open])>summary{visibility:hidden}details:not([open])::after{content:"";display:block;height:5rem;border-bottom:1px dotted var(--rule)}}
@media(forced-colors:active){.own,.shared{fill:CanvasText}.words rect{stroke:Canvas}}`;

/** SHA-256 of `style`, base64. */
export const styleHash = 'kWoUCXmIINL990zkrwjg4vWN2LNlUHYe07SrYNdMfX4=';
