/**
 * Common given names of news bylines, our own compilation. They tell "h/t Glenn …" (a person) from "h/t Bleeding Cool" (an outlet)
 * where nothing else does; a name that is missing here is only treated with more doubt.
 */
const names = `
aaron abby abdul abigail abu adam adrian ahmad ahmed aisha alan albert alberto alec alejandro alex alexander alexandra alexis alfred ali alice alicia alison allen allison
amanda amber amelia amir amy ana andre andrea andrei andrew andy angela angelo anita ann anna anne annie anthony antonio april ari arthur ashley asma audrey austin
barack barbara barry beatrice becky ben benjamin bernard bernie bert beth betsy betty beverly bill billy blake bob bobby boris brad bradley brandon brenda brendan brent brett
brian bridget britney brooke bruce bryan byron caitlin calvin cameron camille candace carl carla carlos carly carma carmen carol carolina caroline carolyn carrie casey catherine cathy
cecilia chad charlene charles charlie charlotte chelsea cheryl chloe chris christian christina christine christopher christy chuck cindy claire clara clarence claudia clay clinton cody colin
colleen connor corey cory craig crystal curtis cynthia dan dana daniel daniela danielle danny daphne darius darren darryl dave david dawn dean deb deborah debra denise dennis
derek diana diane diego dimitri dmitri dominic don donald donna dora doris dorothy doug douglas duncan dustin dwight dylan ed eddie edgar edward edwin eileen elaine eleanor elena
eli elias elijah elisa elisabeth elise eliza elizabeth ella ellen elliot elon emily emma emmanuel enrique eric erica erik erika erin ernest esther ethan eugene eva evan
evelyn faith farah fatima felicia felix fernando fiona florence frances francis francisco frank franklin fred frederick gabriel gabriela gail gareth garrett gary gavin gene geoff geoffrey george
gerald gerard gina giovanni giulia gladys glen glenn gloria gordon grace graham grant greg gregory guy hadas haley hannah hans harold harriet harrison harry harvey hassan heather
hector heidi helen henry herbert hilary hillary holly howard hugh hugo hussein ian ibrahim igor ilya imran ines ingrid irene iris isaac isabel isabella ivan ivanka jack
jackie jackson jacob jacqueline jacques jaime jake james jamie jan jana jane janet janice jared jasmine jason javier jay jean jeanne jeff jeffrey jen jenna jennifer jenny
jeremy jerome jerry jesse jessica jill jim jimmy jo joan joann joanna joe joel john johnny jon jonah jonathan jordan jorge jose joseph josh joshua joy joyce
juan juanita judith judy julia julian juliana julie jun justin kamala karen karin karl kate katherine kathleen kathryn kathy katie kay keith kellie kelly ken kenneth kerry
kevin kim kimberly kirk kirsten kristen kristin kristina kurt kyle kylie lana lance lara larry laura lauren laurie lawrence lea leah lee leigh lena leo leon leonard
leslie lewis liam lillian linda lindsay lindsey lisa liz lloyd logan lois loretta lori lorraine louis louise lucas lucia lucy luis luke lydia lynn madeleine madeline madison
maggie mahmoud malcolm malik manuel marc marcel marcia marco marcus margaret maria mariam marie marilyn mario marion marissa mark marko marlene marsha martha martin marty mary mason
mathew matt matthew maureen maurice max maya megan meghan mel melania melanie melinda melissa melody meredith mia michael michel michele michelle miguel mike mikhail mila miles milton
miranda mitch mitchell mitt mohamed mohammad mohammed moira mollie molly monica morgan moses muhammad murray mustafa nadia nancy naomi natalia natalie natasha nathan neil nelson nic nicholas
nick nicolas nicole nigel nikki nina noah noam noel nora norah norman oleg olga oliver olivia omar oscar owen pablo paige pam pamela patricia patrick patty paul
paula pauline pedro peggy penny perry pete peter petra phil philip phillip phyllis pierre piers preston rachel rafael ralph ramon rand randall randy rashida raul ray raymond
rebecca reginald renee rex rhonda ricardo richard rick ricky rita rob robert roberta roberto robin rod rodney roger roland roman ron ronald rosa rose rosemary ross roy
ruben rudy rupert russell ruth ryan sabrina sally sam samantha samuel sandra sandy sara sarah sasha saul scott sean sergei sergey seth shane shannon sharon shaun shawn
sheila shelby sheldon shelley shepard sheri sherri sherry shimon shirley sidney silvia simon sofia sonia sophia sophie spencer stacey stacy stan stanley stefan stella stephanie stephen sterling
steve steven stewart stuart sue summer susan susanna suzanne svetlana sylvia tamara tammy tanya tara taylor ted teresa terrence terri terry thelma theodore theresa thomas tiffany tim
timothy tina todd tom tommy toni tony tracey traci tracy travis trevor tricia troy tyler tyrone ulrich ursula valerie vanessa vera veronica vicki victor victoria vincent
virginia vivian vladimir wade wallace walter wanda warren wayne wendy wesley whitney wilbur will william willie winston xavier yasmin yolanda youssef yuri yusuf yvonne zachary zack
zoe zara zeke`;

/** Given names, lower case. */
export const givenNames: ReadonlySet<string> = new Set(names.trim().split(/\s+/));
