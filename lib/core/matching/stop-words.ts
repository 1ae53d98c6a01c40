/**
 * English words that tell no story by themselves: function words, and what every news text says ("said", "report").
 * Folded. Other languages have no list; there, words that are common in the reader's own library weigh little.
 */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above according across actually added after again against ago ahead all almost along already also although
  always am amid among an and another any anyone anything are arent around as asked at away b back be became because
  become been before behind being below between both but by c came can cannot cant come comes coming could couldnt d
  day days did didnt different do does doesnt doing done dont down during e each early either else end enough especially
  et etc even ever every everyone everything f far few first for former found from full further g gave get gets getting
  give given go goes going good got great h had hadnt half has hasnt have havent having he held help her here hers
  herself hes him himself his hour hours how however i id if ill im in including indeed instead into is isnt it its
  itself ive j just k keep kept know known l last late later latest least less let like likely little ll long longer look
  lot m made make makes making many may maybe me mean means might mine minute minutes moment monday month months more
  morning most mr mrs ms much must my myself n near nearly need never new news next night no nobody none nor not nothing
  now number o of off often ok on once one ones only onto or other others our ours out over own p part people per perhaps
  place put q quite r rather re read really recent recently report reported reportedly reporter reporters reporting
  reports right s saturday saw say saying says second see seem seems seen set several shall she shes should shouldnt show
  side since six so some someone something soon still story such sunday t take taken tell ten than that thats the their
  them themselves then there theres these they theyre thing things think third this those though thought three through
  thursday time times to today together told tomorrow too took toward towards tuesday turn two u under until up upon us
  used using v ve very via w want was wasnt way we wednesday week weeks well went were werent weve what whatever when
  where whether which while who whole whom whose why will with within without wont work would wouldnt x y year years
  yes yesterday yet you youre your yours z said friday four five seven eight nine january february march april june july
  august september october november december jan feb mar apr jun jul aug sep sept oct nov dec`
    .split(/\s+/)
    .filter((word) => word !== 'us'),
);
