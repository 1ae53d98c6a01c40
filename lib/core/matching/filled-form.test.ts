import { describe, expect, it } from 'vitest';
import { articleOf, preparedOf } from '@/tests/fixtures/made-up-articles';
import { findTextMatches, memoryCorpus } from './index';

const relations = async (here: string, there: string) =>
  (await findTextMatches(articleOf('a', here), memoryCorpus([preparedOf(articleOf('b', there))]))).map(
    ({ relation }) => relation,
  );

const quarter = (company: string, town: string, [profit, share, sales, before]: readonly string[]) =>
  `${town} — ${company} said on Monday that it made a profit of ${profit} million crowns in the third quarter. The
company, based in ${town}, earned ${share} crowns for each share. Turnover came to ${sales} million crowns, after ${before}
million in the same months of the year before. Shares of ${company} have gained ${share} percent since January.`;

const transfer = (street: string, town: string, [sold, price, built, size]: readonly string[]) =>
  `Eine Wohnung in der ${street} in ${town} ist verkauft worden. Der Vertrag wurde am ${sold} unterschrieben, der Preis
betrug ${price} Euro. Das Haus wurde ${built} gebaut, die Wohnfläche beträgt ${size} Quadratmeter, dazu gehört ein Keller.`;

describe('a form that two stories fill in', () => {
  it('is no shared text', async () => {
    const [here, there] = [
      quarter('Halvard Ropes', 'Ostrel', ['12.4', '3.10', '88', '79']),
      quarter('Pell & Quist', 'Vessing', ['207', '41', '1,930', '1,755']),
    ];
    expect(await relations(here, there)).toEqual([]);
  });

  it('is none in a language that writes its nouns large', async () => {
    const [here, there] = [
      transfer('Ulmenallee', 'Harsum', ['4. August', '310.000', '1978', '84']),
      transfer('Brückengasse', 'Tönning', ['11. Mai', '142.500', '1931', '61']),
    ];
    expect(await relations(here, there)).toEqual([]);
  });

  it('is told from one story in two sizes, with some figures brought up to date', async () => {
    const story = (dead: string, hurt: string) =>
      `At least ${dead} people died and ${hurt} were hurt when the night ferry from Ostrel to Vessing ran onto the Hollow
Rocks in thick fog, the harbour office said. Captain Mira Holt had asked twice for the lamp on the outer mole to be mended, and
the mayor of Ostrel, Nils Varga, promised an inquiry into why nobody had answered her letters.`;
    expect(await relations(story('7', '20'), story('11', '34'))).toHaveLength(1);
  });

  it('is told from a copy in which names are spelt another way', async () => {
    const story = `Die Bürgermeisterin von Harsum hat am Montag angekündigt, dass noch in diesem Jahr mit dem Bau einer
Brücke begonnen wird, auf die das Dorf seit dem Sturm wartet. Nach Schätzung der Behörden kostet sie eine Million, von der
die Gemeinde ein Drittel trägt und den Rest das Land. Bis die Straße wieder frei ist, setzt eine
Fähre über, sagte Bürgermeisterin Möller am Dienstag bei einem Besuch.`;
    const respelt = story.replace(/ü/g, 'ue').replace(/ö/g, 'oe').replace(/ä/g, 'ae').replace(/ß/g, 'ss');
    expect(await relations(story, respelt)).toHaveLength(1);
  });

  it('is told from a tale that is told of one after another', async () => {
    const hoax = (singer: string, year: string, day: string) =>
      `News that the singer ${singer} had died spread quickly earlier this week and caused concern among listeners who had
bought every record since the first. The report of ${day} has now been shown to be a complete invention, and only the latest in
a long row of false deaths of people whose songs everybody knows by heart. Hundreds had already written that they were sorry,
some of them in verse, and a few doubted it because no radio station had said a word. The year ${year} has seen more such
stories than any before it, and those who make them up have never yet said why they do it or what they have against the living.`;
    expect(
      await relations(hoax('Otto Reed', '2014', '3 May'), hoax('Lena Marsh', '2016', '9 June')),
    ).toHaveLength(1);
  });
});
