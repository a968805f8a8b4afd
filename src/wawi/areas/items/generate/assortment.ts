/** A kind of goods, such as dome tents. */
export interface KindOfGoods {
  name: string;
  /** From the cheapest and lightest to the dearest and heaviest. */
  variants: readonly string[];
  /** Gross prices within Germany in whole euros, between which all items of the kind lie. */
  gross: readonly [least: number, most: number];
  /** Kilograms. */
  weight: readonly [least: number, most: number];
  /** Packed, in centimetres. */
  size: readonly [length: number, width: number, height: number];
  /** Words by which customers look for it. */
  searchTerms: string;
  /** A value of the property "Material". */
  material?: string;
  /** Comes in the colours of the property "Farbe". */
  isColoured?: boolean;
  isSoldInPairs?: boolean;
  isBulky?: boolean;
}

/** Kinds of goods that lie in one category and have the rest in common. */
export interface Range {
  category: string;
  productGroup: string;
  /** Sold at the reduced tax rate: food, books and printed maps. */
  isTaxReduced?: boolean;
  /** Of the net price. */
  purchaseShare: number;
  makers: readonly string[];
  /** ISO 3166. */
  origins: readonly string[];
  /** Names of models, dishes or regions. */
  series: readonly string[];
  praises: readonly string[];
  care?: string;
  /** Millimetres of water column that it withstands. */
  waterColumn?: string;
  /** Sold by weight, with a base price for 100 g. */
  hasBasePrice?: boolean;
  isBook?: boolean;
  kinds: readonly KindOfGoods[];
}

const persons = ['1 Person', '2 Personen', '3 Personen', '4 Personen'];
const sizes = ['S', 'M', 'L', 'XL'];
const shoeSizes = ['Gr. 37', 'Gr. 39', 'Gr. 41', 'Gr. 43', 'Gr. 45'];
const litres = ['0,5 l', '0,75 l', '1,0 l'];
const northern = ['Fjell', 'Tarn', 'Skagen', 'Lofoten', 'Abisko', 'Vänern', 'Inari', 'Saimaa'];
const alpine = [
  'Karwendel',
  'Wetterstein',
  'Dachstein',
  'Ortler',
  'Silvretta',
  'Zugspitz',
  'Watzmann',
  'Rätikon',
];
const regions = [
  ...['Allgäu', 'Berchtesgadener Land', 'Bayerischer Wald', 'Eifel', 'Elbsandsteingebirge', 'Erzgebirge'],
  ...['Harz', 'Karwendel', 'Rhön', 'Sauerland', 'Schwarzwald', 'Thüringer Wald', 'Vogesen', 'Zillertal'],
];

/** The goods of an outdoor shop. The order of the ranges is that of their categories. */
// prettier-ignore
export const assortment: readonly Range[] = [
  {
    category: 'Zelte', productGroup: 'Outdoor', purchaseShare: 0.55, makers: ['Bergfuchs', 'Nordwärts'], origins: ['CN', 'VN'],
    series: northern, care: 'Trocken lagern, nur mit klarem Wasser reinigen', waterColumn: '3000',
    praises: ['Steht in fünf Minuten und hält auch bei Sturm.', 'Mit verstärkten Nähten und zwei Eingängen.'],
    kinds: [
      { name: 'Kuppelzelt', variants: persons, gross: [99, 380], weight: [1.8, 5.2], size: [50, 18, 18], searchTerms: 'Zelt Trekkingzelt Iglu', material: 'Polyamid', isColoured: true },
      { name: 'Tunnelzelt', variants: persons.slice(1), gross: [249, 700], weight: [2.9, 6.5], size: [55, 20, 20], searchTerms: 'Zelt Familienzelt', material: 'Polyamid' },
      { name: 'Tarp', variants: ['3 × 3 m', '4 × 3 m', '4 × 4 m'], gross: [59, 150], weight: [0.6, 1.4], size: [35, 12, 12], searchTerms: 'Sonnensegel Wetterschutz', material: 'Polyamid', isColoured: true },
    ],
  },
  {
    category: 'Schlafsäcke', productGroup: 'Outdoor', purchaseShare: 0.55, makers: ['Nordwärts', 'Alpenglühen'], origins: ['CN', 'PT'],
    series: northern, care: 'Handwäsche bei 30 °C',
    praises: ['Hält bis weit unter null Grad warm.', 'Klein verpackt, groß im Einsatz.'],
    kinds: [
      { name: 'Daunenschlafsack', variants: ['+5 °C', '0 °C', '−5 °C', '−12 °C'], gross: [189, 550], weight: [0.7, 1.6], size: [38, 22, 22], searchTerms: 'Schlafsack Mumie Daune', material: 'Polyamid', isColoured: true },
      { name: 'Kunstfaserschlafsack', variants: ['+10 °C', '+3 °C', '−3 °C'], gross: [69, 190], weight: [1.1, 2.2], size: [42, 25, 25], searchTerms: 'Schlafsack Sommer', material: 'Polyamid', isColoured: true },
      { name: 'Hüttenschlafsack', variants: ['Standard', 'mit Kissenfach'], gross: [24, 70], weight: [0.15, 0.35], size: [18, 10, 8], searchTerms: 'Inlett Inlet', material: 'Baumwolle' },
    ],
  },
  {
    category: 'Rucksäcke', productGroup: 'Outdoor', purchaseShare: 0.52, makers: ['Bergfuchs', 'Gipfelstürmer', 'Wanderlust'], origins: ['VN'],
    series: alpine, care: 'Handwäsche',
    praises: ['Trägt sich auch voll beladen bequem.', 'Mit Regenhülle und Fach für die Trinkblase.'],
    kinds: [
      { name: 'Trekkingrucksack', variants: ['45 l', '55 l', '65 l', '75 l'], gross: [129, 300], weight: [1.5, 2.7], size: [75, 35, 25], searchTerms: 'Rucksack Tourenrucksack', material: 'Polyamid', isColoured: true },
      { name: 'Tagesrucksack', variants: ['18 l', '24 l', '30 l'], gross: [59, 140], weight: [0.6, 1.2], size: [50, 30, 18], searchTerms: 'Rucksack Wanderrucksack Daypack', material: 'Polyamid', isColoured: true },
      { name: 'Hüfttasche', variants: ['2 l', '4 l'], gross: [19, 50], weight: [0.15, 0.35], size: [28, 14, 10], searchTerms: 'Bauchtasche Gürteltasche', material: 'Polyamid' },
    ],
  },
  {
    category: 'Bekleidung', productGroup: 'Bekleidung', purchaseShare: 0.45, makers: ['Alpenglühen', 'Öko-Trail', 'Nordwärts'], origins: ['PT', 'VN', 'CN'],
    series: alpine, care: 'Waschen bei 30 °C, nicht in den Trockner',
    praises: ['Sitzt gut und trocknet schnell.', 'Gefertigt aus geprüften, langlebigen Stoffen.'],
    kinds: [
      { name: 'Regenjacke', variants: sizes, gross: [99, 330], weight: [0.3, 0.6], size: [30, 25, 6], searchTerms: 'Hardshell Jacke wasserdicht', material: 'Polyamid', isColoured: true },
      { name: 'Softshelljacke', variants: sizes, gross: [79, 200], weight: [0.45, 0.7], size: [30, 25, 8], searchTerms: 'Jacke winddicht', material: 'Polyamid', isColoured: true },
      { name: 'Fleecepullover', variants: sizes, gross: [39, 110], weight: [0.28, 0.45], size: [30, 25, 8], searchTerms: 'Fleece Pulli', material: 'Polyamid', isColoured: true },
      { name: 'Trekkinghose', variants: sizes, gross: [59, 160], weight: [0.35, 0.55], size: [30, 25, 5], searchTerms: 'Wanderhose Zip-off', material: 'Polyamid', isColoured: true },
      { name: 'Merinoshirt', variants: sizes, gross: [49, 100], weight: [0.15, 0.24], size: [25, 20, 3], searchTerms: 'Funktionsshirt T-Shirt Wolle', material: 'Wolle', isColoured: true },
      { name: 'Strickmütze', variants: ['Einheitsgröße'], gross: [19, 40], weight: [0.06, 0.12], size: [20, 18, 4], searchTerms: 'Mütze Beanie', material: 'Wolle', isColoured: true },
      { name: 'Wandersocken', variants: ['36–38', '39–41', '42–44', '45–47'], gross: [12, 30], weight: [0.06, 0.11], size: [20, 10, 3], searchTerms: 'Socken Strümpfe', material: 'Wolle', isSoldInPairs: true },
      { name: 'Fingerhandschuhe', variants: sizes, gross: [24, 80], weight: [0.08, 0.18], size: [22, 12, 4], searchTerms: 'Handschuhe Winter', material: 'Wolle', isSoldInPairs: true },
    ],
  },
  {
    category: 'Schuhe', productGroup: 'Schuhe', purchaseShare: 0.5, makers: ['Gipfelstürmer', 'Jägerstätter & Söhne'], origins: ['IT', 'RO', 'VN'],
    series: alpine, care: 'Mit der Bürste reinigen, danach imprägnieren',
    praises: ['Mit griffiger Sohle und gutem Halt am Knöchel.', 'Lässt sich neu besohlen.'],
    kinds: [
      { name: 'Wanderschuh', variants: shoeSizes, gross: [99, 190], weight: [0.8, 1.2], size: [34, 22, 13], searchTerms: 'Wanderschuhe Halbschuh', isSoldInPairs: true },
      { name: 'Trekkingstiefel', variants: shoeSizes, gross: [169, 330], weight: [1.2, 1.8], size: [36, 26, 14], searchTerms: 'Bergschuh Bergstiefel', isSoldInPairs: true },
      { name: 'Zustiegsschuh', variants: shoeSizes, gross: [119, 190], weight: [0.7, 1], size: [33, 21, 12], searchTerms: 'Approachschuh Kletterzustieg', isSoldInPairs: true },
      { name: 'Trekkingsandale', variants: shoeSizes, gross: [49, 120], weight: [0.5, 0.8], size: [32, 20, 12], searchTerms: 'Sandalen Sommer', isSoldInPairs: true },
    ],
  },
  {
    category: 'Kochen & Küche', productGroup: 'Outdoor', purchaseShare: 0.55, makers: ['Müller Outdoor', 'Bergfuchs'], origins: ['DE', 'CN'],
    series: ['Ember', 'Funke', 'Glut', 'Kaldera', 'Kessel', 'Lagerfeuer', 'Quell', 'Taiga'],
    praises: ['Leicht, robust und schnell gereinigt.', 'Passt in jeden Rucksack.'],
    kinds: [
      { name: 'Gaskocher', variants: ['2200 W', '2800 W', '3500 W'], gross: [29, 110], weight: [0.08, 0.35], size: [12, 10, 8], searchTerms: 'Kocher Campingkocher Gas', material: 'Edelstahl' },
      { name: 'Spirituskocher', variants: ['klein', 'mittel', 'groß'], gross: [39, 110], weight: [0.4, 1.1], size: [22, 22, 12], searchTerms: 'Kocher Sturmkocher', material: 'Edelstahl' },
      { name: 'Topfset', variants: ['2-teilig', '3-teilig', '4-teilig'], gross: [29, 90], weight: [0.35, 0.9], size: [20, 20, 14], searchTerms: 'Kochgeschirr Topf Pfanne', material: 'Edelstahl' },
      { name: 'Trinkflasche', variants: litres, gross: [12, 35], weight: [0.12, 0.28], size: [26, 8, 8], searchTerms: 'Flasche Wasserflasche', material: 'Edelstahl', isColoured: true },
      { name: 'Isolierflasche', variants: litres, gross: [24, 50], weight: [0.28, 0.55], size: [30, 9, 9], searchTerms: 'Thermosflasche Thermoskanne', material: 'Edelstahl', isColoured: true },
      { name: 'Essbesteck', variants: ['3-teilig', '4-teilig'], gross: [7, 25], weight: [0.05, 0.14], size: [20, 5, 3], searchTerms: 'Göffel Löffel Gabel', material: 'Edelstahl' },
    ],
  },
  {
    category: 'Beleuchtung', productGroup: 'Outdoor', purchaseShare: 0.5, makers: ['Nordwärts', 'Müller Outdoor'], origins: ['CN', 'DE'],
    series: ['Aurora', 'Glühwurm', 'Komet', 'Leuchtturm', 'Mond', 'Nova', 'Polar', 'Sirius'],
    praises: ['Leuchtet eine ganze Nacht lang.', 'Wird über USB-C geladen.'],
    kinds: [
      { name: 'Stirnlampe', variants: ['200 lm', '350 lm', '600 lm', '1000 lm'], gross: [19, 100], weight: [0.06, 0.2], size: [10, 8, 6], searchTerms: 'Kopflampe Lampe' },
      { name: 'Campinglaterne', variants: ['150 lm', '300 lm', '500 lm'], gross: [24, 80], weight: [0.2, 0.6], size: [18, 10, 10], searchTerms: 'Laterne Zeltlampe' },
      { name: 'Taschenlampe', variants: ['300 lm', '700 lm', '1200 lm'], gross: [19, 90], weight: [0.09, 0.26], size: [16, 5, 5], searchTerms: 'Lampe Handlampe' },
    ],
  },
  {
    category: 'Klettern', productGroup: 'Outdoor', purchaseShare: 0.58, makers: ['Gipfelstürmer', 'Bergfuchs'], origins: ['DE', 'CZ', 'IT'],
    series: alpine,
    praises: ['Geprüft nach der europäischen Norm.', 'Bewährt auf langen Touren und bei jedem Wetter.'],
    kinds: [
      { name: 'Klettergurt', variants: sizes, gross: [49, 130], weight: [0.3, 0.5], size: [30, 18, 10], searchTerms: 'Hüftgurt Gurt', material: 'Polyamid' },
      { name: 'Kletterseil', variants: ['40 m', '60 m', '70 m', '80 m'], gross: [99, 260], weight: [2.3, 4.8], size: [40, 25, 15], searchTerms: 'Einfachseil Seil', material: 'Polyamid' },
      { name: 'Expressset', variants: ['12 cm', '17 cm', '6er-Pack'], gross: [14, 110], weight: [0.09, 0.6], size: [20, 8, 5], searchTerms: 'Exe Karabiner Schlinge' },
      { name: 'Schraubkarabiner', variants: ['klein', 'HMS'], gross: [9, 22], weight: [0.05, 0.1], size: [12, 8, 3], searchTerms: 'Karabiner Sicherung' },
      { name: 'Kletterhelm', variants: ['53–57 cm', '56–61 cm'], gross: [49, 120], weight: [0.22, 0.36], size: [28, 22, 16], searchTerms: 'Helm Klettersteig' },
    ],
  },
  {
    category: 'Zubehör', productGroup: 'Zubehör', purchaseShare: 0.5, makers: ['Müller Outdoor', 'Wanderlust', 'Öko-Trail'], origins: ['DE', 'CN', 'AT'],
    series: northern,
    praises: ['Klein verpackt, groß im Einsatz.', 'Mit verstärkten Nähten und austauschbaren Teilen.'],
    kinds: [
      { name: 'Isomatte', variants: ['183 × 51 cm', '195 × 60 cm', '200 × 70 cm'], gross: [29, 150], weight: [0.4, 1.2], size: [60, 18, 18], searchTerms: 'Matte Schlafmatte Luftmatratze', isColoured: true },
      { name: 'Trekkingstöcke', variants: ['Aluminium', 'Carbon'], gross: [49, 160], weight: [0.4, 0.6], size: [65, 10, 8], searchTerms: 'Wanderstöcke Stöcke', isSoldInPairs: true },
      { name: 'Packsack', variants: ['5 l', '10 l', '20 l', '35 l'], gross: [12, 35], weight: [0.05, 0.2], size: [25, 10, 4], searchTerms: 'Drybag wasserdicht Beutel', material: 'Polyamid', isColoured: true },
      { name: 'Kompass', variants: ['Platte', 'Spiegel'], gross: [15, 70], weight: [0.03, 0.09], size: [12, 7, 2], searchTerms: 'Peilkompass Orientierung' },
      { name: 'Erste-Hilfe-Set', variants: ['klein', 'mittel', 'groß'], gross: [15, 50], weight: [0.15, 0.6], size: [18, 12, 7], searchTerms: 'Verbandset Notfall' },
      { name: 'Taschenmesser', variants: ['5 Funktionen', '9 Funktionen', '15 Funktionen'], gross: [19, 80], weight: [0.05, 0.16], size: [10, 4, 3], searchTerms: 'Messer Multitool', material: 'Edelstahl' },
      { name: 'Imprägnierspray', variants: ['200 ml', '400 ml'], gross: [9, 22], weight: [0.2, 0.4], size: [20, 6, 6], searchTerms: 'Imprägnierung Pflege' },
    ],
  },
  {
    category: 'Ausrüstung für Kinder', productGroup: 'Outdoor', purchaseShare: 0.52, makers: ['Wanderlust', 'Öko-Trail'], origins: ['DE', 'VN', 'PT'],
    series: ['Biber', 'Dachs', 'Eichhorn', 'Fuchs', 'Igel', 'Luchs', 'Murmel', 'Spatz'], care: 'Waschen bei 30 °C',
    praises: ['Für kleine Entdecker ab drei Jahren.', 'Mit Reflektoren und Namensschild.'],
    kinds: [
      { name: 'Kindertrage', variants: ['bis 15 kg', 'bis 20 kg'], gross: [149, 330], weight: [2.2, 3.4], size: [80, 45, 35], searchTerms: 'Kraxe Rückentrage', material: 'Polyamid', isBulky: true },
      { name: 'Kinderrucksack', variants: ['6 l', '10 l', '14 l'], gross: [24, 70], weight: [0.2, 0.5], size: [35, 22, 12], searchTerms: 'Rucksack Kinder', material: 'Polyamid', isColoured: true },
      { name: 'Kinderregenhose', variants: ['Gr. 98', 'Gr. 110', 'Gr. 122', 'Gr. 134'], gross: [24, 60], weight: [0.2, 0.35], size: [28, 22, 4], searchTerms: 'Matschhose Regenhose', material: 'Polyamid', isColoured: true },
    ],
  },
  {
    category: 'Kinderzelte', productGroup: 'Outdoor', purchaseShare: 0.5, makers: ['Wanderlust'], origins: ['CN'],
    series: ['Biber', 'Fuchs', 'Dschungel', 'Räuberhöhle', 'Ritterburg', 'Wigwam'], waterColumn: '800',
    praises: ['Ohne Gestänge aufgebaut.', 'Für Garten und Kinderzimmer.'],
    kinds: [{ name: 'Spielzelt', variants: ['klein', 'groß'], gross: [29, 90], weight: [1.1, 2.4], size: [60, 15, 15], searchTerms: 'Zelt Kinder Wurfzelt', material: 'Baumwolle' }],
  },
  {
    category: 'Proviant', productGroup: 'Lebensmittel', purchaseShare: 0.6, isTaxReduced: true, makers: ['Hüttenschmaus'], origins: ['DE', 'AT'], hasBasePrice: true,
    series: ['Apfel-Zimt', 'Chili sin Carne', 'Haselnuss', 'Käsespätzle', 'Linsencurry', 'Nudeln Bolognese', 'Pilzrisotto', 'Waldbeere'],
    praises: ['Nur mit heißem Wasser aufgießen.', 'Aus kontrolliertem Anbau, ohne Geschmacksverstärker.'],
    kinds: [
      { name: 'Trekkingmahlzeit', variants: ['125 g', '160 g', '220 g'], gross: [6, 13], weight: [0.125, 0.22], size: [22, 16, 5], searchTerms: 'Trockennahrung Outdoornahrung Expeditionsnahrung' },
      { name: 'Porridge', variants: ['80 g', '130 g'], gross: [3, 7], weight: [0.08, 0.13], size: [20, 14, 4], searchTerms: 'Frühstück Haferbrei' },
    ],
  },
  {
    category: 'Bücher & Karten', productGroup: 'Bücher & Karten', purchaseShare: 0.66, isTaxReduced: true, makers: ['Wegweiser Verlag'], origins: ['DE'], isBook: true,
    series: regions,
    praises: ['Mit Höhenprofilen und GPS-Daten zum Herunterladen.', 'Neu erkundet und bebildert.'],
    kinds: [
      { name: 'Wanderführer', variants: ['30 Touren', '50 Touren'], gross: [12, 22], weight: [0.2, 0.34], size: [17, 12, 2], searchTerms: 'Buch Wanderbuch Tourenführer' },
      { name: 'Wanderkarte', variants: ['1:50.000', '1:25.000'], gross: [9, 16], weight: [0.07, 0.1], size: [22, 13, 1], searchTerms: 'Karte Landkarte' },
    ],
  },
];
