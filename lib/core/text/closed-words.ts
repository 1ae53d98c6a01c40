/** Words that never belong to a name or to the modifiers of a noun: closed classes and the commonest adverbs, folded. */
const closed = new Set(
  `a an the this that these those my your his her its our their some any no every each all both either neither much many
  few several such what which whose who whom where when why how whether i you he she it we they me him us them myself
  himself herself itself themselves one ones someone anyone everyone nobody nothing something everything anything there here
  of in on at by for with from to into onto upon over under about above below between among against during before after
  since until till through throughout across along around behind beyond near off out up down within without toward towards
  despite except per via versus amid like unlike as than and or but nor so yet if unless because although though while
  whereas once is are was were be been being am has have had having do does did doing done will would shall should can could
  may might must ought not never ever also too very just only even still already again then now soon often always sometimes
  usually perhaps maybe however therefore thus hence meanwhile moreover furthermore nevertheless instead rather quite almost
  nearly further later earlier recently currently today tomorrow yesterday tonight ago yes ok well indeed else otherwise
  whatever whenever wherever whoever said says say told tells tell according asked added called says reported
  january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep
  oct nov dec monday tuesday wednesday thursday friday saturday sunday first second third last next firstly secondly thirdly
  finally lastly additionally clearly obviously ironically bizarrely anyhow unfortunately fortunately hopefully
  i'm i've i'll we're we've we'll it's that's there's he's she's they're don't let's`
    .split(/\s+/)
    .filter((word) => word !== 'us'),
);

/** Whether a folded word is of a closed class. */
export function isClosed(low: string): boolean {
  return closed.has(low);
}
