/**
 * Version 7: rows of articles are packed, articles of packs are found by numbers, and without text they keep places instead
 * of keys. What lay there before is read as it is; the number alone keeps older versions away from what they cannot read.
 */
export function moreForms(): void {}
