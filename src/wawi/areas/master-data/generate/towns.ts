/** A town with one of its postal codes. */
export interface Town {
  countryIso: string;
  postalCode: string;
  name: string;
  /** As it follows the country's calling code: without the trunk prefix 0, which only Italy dials from abroad too. */
  diallingCode: string;
}

/** A town on each line: postal code, name, dialling code. Large cities have several lines, as they have more people. */
const lines: Readonly<Record<string, string>> = {
  DE: `
01067 Dresden 351
01309 Dresden 351
01587 Riesa 3525
01662 Meißen 3521
01796 Pirna 3501
02625 Bautzen 3591
02763 Zittau 3583
02826 Görlitz 3581
03046 Cottbus 355
03149 Forst (Lausitz) 3562
03172 Guben 3561
04109 Leipzig 341
04229 Leipzig 341
04277 Leipzig 341
04600 Altenburg 3447
04720 Döbeln 3431
04808 Wurzen 3425
06108 Halle (Saale) 345
06217 Merseburg 3461
06366 Köthen (Anhalt) 3496
06449 Aschersleben 3473
06484 Quedlinburg 3946
06526 Sangerhausen 3464
06618 Naumburg (Saale) 3445
06712 Zeitz 3441
06844 Dessau-Roßlau 340
06886 Lutherstadt Wittenberg 3491
07318 Saalfeld/Saale 3671
07407 Rudolstadt 3672
07545 Gera 365
07743 Jena 3641
08056 Zwickau 375
08209 Auerbach/Vogtl. 3744
08280 Aue-Bad Schlema 3771
08451 Crimmitschau 3762
08523 Plauen 3741
09111 Chemnitz 371
09456 Annaberg-Buchholz 3733
09599 Freiberg 3731
10115 Berlin 30
10243 Berlin 30
10437 Berlin 30
10585 Berlin 30
10829 Berlin 30
12047 Berlin 30
12163 Berlin 30
13353 Berlin 30
14467 Potsdam 331
14770 Brandenburg an der Havel 3381
14943 Luckenwalde 3371
15230 Frankfurt (Oder) 335
15517 Fürstenwalde/Spree 3361
15890 Eisenhüttenstadt 3364
16225 Eberswalde 3334
16303 Schwedt/Oder 3332
16515 Oranienburg 3301
16816 Neuruppin 3391
17033 Neubrandenburg 395
17192 Waren (Müritz) 3991
17235 Neustrelitz 3981
17389 Anklam 3971
17489 Greifswald 3834
18055 Rostock 381
18273 Güstrow 3843
18439 Stralsund 3831
18528 Bergen auf Rügen 3838
19053 Schwerin 385
19288 Ludwigslust 3874
19370 Parchim 3871
20095 Hamburg 40
20357 Hamburg 40
21073 Hamburg 40
22303 Hamburg 40
22765 Hamburg 40
21335 Lüneburg 4131
21423 Winsen (Luhe) 4171
21614 Buxtehude 4161
21682 Stade 4141
22846 Norderstedt 40
22926 Ahrensburg 4102
23552 Lübeck 451
23669 Timmendorfer Strand 4503
23701 Eutin 4521
23795 Bad Segeberg 4551
23843 Bad Oldesloe 4531
23966 Wismar 3841
24103 Kiel 431
24340 Eckernförde 4351
24534 Neumünster 4321
24768 Rendsburg 4331
24837 Schleswig 4621
24937 Flensburg 461
25335 Elmshorn 4121
25524 Itzehoe 4821
25746 Heide 481
25813 Husum 4841
25980 Sylt 4651
26122 Oldenburg 441
26316 Varel 4451
26382 Wilhelmshaven 4421
26506 Norden 4931
26603 Aurich 4941
26721 Emden 4921
26789 Leer (Ostfriesland) 491
26871 Papenburg 4961
27283 Verden (Aller) 4231
27472 Cuxhaven 4721
27568 Bremerhaven 471
27749 Delmenhorst 4221
28195 Bremen 421
28203 Bremen 421
29221 Celle 5141
29410 Salzwedel 3901
29525 Uelzen 581
30159 Hannover 511
30449 Hannover 511
31134 Hildesheim 5121
31224 Peine 5171
31582 Nienburg/Weser 5021
31785 Hameln 5151
32049 Herford 5221
32257 Bünde 5223
32423 Minden 571
32545 Bad Oeynhausen 5731
32657 Lemgo 5261
32756 Detmold 5231
33098 Paderborn 5251
33330 Gütersloh 5241
33602 Bielefeld 521
34117 Kassel 561
34346 Hann. Münden 5541
34369 Hofgeismar 5671
34497 Korbach 5631
34613 Schwalmstadt 6691
35037 Marburg 6421
35390 Gießen 641
35576 Wetzlar 6441
36037 Fulda 661
36251 Bad Hersfeld 6621
36433 Bad Salzungen 3695
37073 Göttingen 551
37154 Northeim 5551
37269 Eschwege 5651
37520 Osterode am Harz 5522
37603 Holzminden 5531
38100 Braunschweig 531
38226 Salzgitter 5341
38300 Wolfenbüttel 5331
38350 Helmstedt 5351
38440 Wolfsburg 5361
38640 Goslar 5321
38820 Halberstadt 3941
38855 Wernigerode 3943
39104 Magdeburg 391
39288 Burg 3921
39576 Stendal 3931
40210 Düsseldorf 211
40477 Düsseldorf 211
40878 Ratingen 2102
41061 Mönchengladbach 2161
41460 Neuss 2131
41747 Viersen 2162
41836 Hückelhoven 2433
42103 Wuppertal 202
42651 Solingen 212
42853 Remscheid 2191
44135 Dortmund 231
44575 Castrop-Rauxel 2305
44623 Herne 2323
44787 Bochum 234
45127 Essen 201
45468 Mülheim an der Ruhr 208
45657 Recklinghausen 2361
45879 Gelsenkirchen 209
46045 Oberhausen 208
46236 Bottrop 2041
46395 Bocholt 2871
46483 Wesel 281
47051 Duisburg 203
47441 Moers 2841
47533 Kleve 2821
47798 Krefeld 2151
48143 Münster 251
48268 Greven 2571
48431 Rheine 5971
48527 Nordhorn 5921
48653 Coesfeld 2541
49074 Osnabrück 541
49377 Vechta 4441
49661 Cloppenburg 4471
49716 Meppen 5931
49808 Lingen (Ems) 591
50667 Köln 221
50823 Köln 221
50937 Köln 221
51373 Leverkusen 214
51465 Bergisch Gladbach 2202
51643 Gummersbach 2261
52062 Aachen 241
52349 Düren 2421
52428 Jülich 2461
53111 Bonn 228
53721 Siegburg 2241
53879 Euskirchen 2251
54290 Trier 651
54516 Wittlich 6571
55116 Mainz 6131
55411 Bingen am Rhein 6721
55543 Bad Kreuznach 671
55743 Idar-Oberstein 6781
56068 Koblenz 261
56410 Montabaur 2602
56564 Neuwied 2631
56727 Mayen 2651
57072 Siegen 271
57462 Olpe 2761
58095 Hagen 2331
58452 Witten 2302
58511 Lüdenscheid 2351
58636 Iserlohn 2371
59065 Hamm 2381
59494 Soest 2921
59555 Lippstadt 2941
59872 Meschede 291
60311 Frankfurt am Main 69
60486 Frankfurt am Main 69
60594 Frankfurt am Main 69
61231 Bad Nauheim 6032
61348 Bad Homburg vor der Höhe 6172
63065 Offenbach am Main 69
63450 Hanau 6181
63739 Aschaffenburg 6021
64283 Darmstadt 6151
64625 Bensheim 6251
65183 Wiesbaden 611
65428 Rüsselsheim am Main 6142
65549 Limburg an der Lahn 6431
66111 Saarbrücken 681
66424 Homburg 6841
66538 Neunkirchen 6821
66740 Saarlouis 6831
66953 Pirmasens 6331
67059 Ludwigshafen am Rhein 621
67227 Frankenthal (Pfalz) 6233
67346 Speyer 6232
67433 Neustadt an der Weinstraße 6321
67547 Worms 6241
67655 Kaiserslautern 631
68159 Mannheim 621
69115 Heidelberg 6221
69469 Weinheim 6201
70173 Stuttgart 711
70372 Stuttgart 711
71032 Böblingen 7031
71332 Waiblingen 7151
71638 Ludwigsburg 7141
72072 Tübingen 7071
72250 Freudenstadt 7441
72458 Albstadt 7431
72764 Reutlingen 7121
73033 Göppingen 7161
73430 Aalen 7361
73525 Schwäbisch Gmünd 7171
73728 Esslingen am Neckar 711
74072 Heilbronn 7131
74523 Schwäbisch Hall 791
74821 Mosbach 6261
75172 Pforzheim 7231
76131 Karlsruhe 721
76437 Rastatt 7222
76530 Baden-Baden 7221
76646 Bruchsal 7251
76829 Landau in der Pfalz 6341
77652 Offenburg 781
77933 Lahr/Schwarzwald 7821
78050 Villingen-Schwenningen 7721
78224 Singen (Hohentwiel) 7731
78462 Konstanz 7531
78532 Tuttlingen 7461
78628 Rottweil 741
79098 Freiburg im Breisgau 761
79312 Emmendingen 7641
79539 Lörrach 7621
79761 Waldshut-Tiengen 7751
79822 Titisee-Neustadt 7651
80331 München 89
80469 München 89
80797 München 89
81369 München 89
81667 München 89
82362 Weilheim in Oberbayern 881
82418 Murnau am Staffelsee 8841
82467 Garmisch-Partenkirchen 8821
83022 Rosenheim 8031
83209 Prien am Chiemsee 8051
83278 Traunstein 861
83395 Freilassing 8654
83435 Bad Reichenhall 8651
83471 Berchtesgaden 8652
83646 Bad Tölz 8041
83684 Tegernsee 8022
84028 Landshut 871
84347 Pfarrkirchen 8561
84453 Mühldorf am Inn 8631
85049 Ingolstadt 841
85354 Freising 8161
85435 Erding 8122
85560 Ebersberg 8092
86150 Augsburg 821
86609 Donauwörth 906
86899 Landsberg am Lech 8191
87435 Kempten (Allgäu) 831
87527 Sonthofen 8321
87561 Oberstdorf 8322
87600 Kaufbeuren 8341
87629 Füssen 8362
87700 Memmingen 8331
88045 Friedrichshafen 7541
88131 Lindau (Bodensee) 8382
88212 Ravensburg 751
88239 Wangen im Allgäu 7522
88400 Biberach an der Riß 7351
88662 Überlingen 7551
89073 Ulm 731
89231 Neu-Ulm 731
89312 Günzburg 8221
89518 Heidenheim an der Brenz 7321
90402 Nürnberg 911
90461 Nürnberg 911
90762 Fürth 911
91052 Erlangen 9131
91126 Schwabach 9122
91522 Ansbach 981
91781 Weißenburg in Bayern 9141
92224 Amberg 9621
92318 Neumarkt in der Oberpfalz 9181
92637 Weiden in der Oberpfalz 961
93047 Regensburg 941
93309 Kelheim 9441
93413 Cham 9971
94032 Passau 851
94315 Straubing 9421
94469 Deggendorf 991
95028 Hof 9281
95326 Kulmbach 9221
95444 Bayreuth 921
95615 Marktredwitz 9231
96047 Bamberg 951
96215 Lichtenfels 9571
96317 Kronach 9261
96450 Coburg 9561
97070 Würzburg 931
97318 Kitzingen 9321
97421 Schweinfurt 9721
97688 Bad Kissingen 971
97941 Tauberbischofsheim 9341
97980 Bad Mergentheim 7931
98527 Suhl 3681
98617 Meiningen 3693
98693 Ilmenau 3677
99084 Erfurt 361
99423 Weimar 3643
99734 Nordhausen 3631
99817 Eisenach 3691
99867 Gotha 3621
99974 Mühlhausen/Thüringen 3601
`,
  AT: `
1010 Wien 1
1070 Wien 1
1200 Wien 1
2000 Stockerau 2266
2020 Hollabrunn 2952
2100 Korneuburg 2262
2130 Mistelbach 2572
2230 Gänserndorf 2282
2320 Schwechat 1
2340 Mödling 2236
2500 Baden 2252
2620 Neunkirchen 2635
2700 Wiener Neustadt 2622
3100 St. Pölten 2742
3250 Wieselburg 7416
3300 Amstetten 7472
3390 Melk 2752
3430 Tulln an der Donau 2272
3500 Krems an der Donau 2732
3830 Waidhofen an der Thaya 2842
3910 Zwettl 2822
3950 Gmünd 2852
4020 Linz 732
4400 Steyr 7252
4600 Wels 7242
4810 Gmunden 7612
4820 Bad Ischl 6132
4840 Vöcklabruck 7672
4910 Ried im Innkreis 7752
5020 Salzburg 662
5280 Braunau am Inn 7722
5400 Hallein 6245
5500 Bischofshofen 6462
5600 St. Johann im Pongau 6412
5700 Zell am See 6542
6020 Innsbruck 512
6060 Hall in Tirol 5223
6130 Schwaz 5242
6300 Wörgl 5332
6330 Kufstein 5372
6370 Kitzbühel 5356
6460 Imst 5412
6500 Landeck 5442
6600 Reutte 5672
6700 Bludenz 5552
6800 Feldkirch 5522
6850 Dornbirn 5572
6900 Bregenz 5574
7000 Eisenstadt 2682
7400 Oberwart 3352
8010 Graz 316
8160 Weiz 3172
8200 Gleisdorf 3112
8280 Fürstenfeld 3382
8430 Leibnitz 3452
8600 Bruck an der Mur 3862
8700 Leoben 3842
8750 Judenburg 3572
8940 Liezen 3612
8970 Schladming 3687
9020 Klagenfurt am Wörthersee 463
9100 Völkermarkt 4232
9300 St. Veit an der Glan 4212
9400 Wolfsberg 4352
9500 Villach 4242
9800 Spittal an der Drau 4762
9900 Lienz 4852
`,
  CH: `
1003 Lausanne 21
1110 Morges 21
1201 Genève 22
1260 Nyon 22
1400 Yverdon-les-Bains 24
1630 Bulle 26
1700 Fribourg 26
1800 Vevey 21
1820 Montreux 21
1920 Martigny 27
1950 Sion 27
2000 Neuchâtel 32
2300 La Chaux-de-Fonds 32
2502 Biel/Bienne 32
2540 Grenchen 32
2800 Delémont 32
3011 Bern 31
3400 Burgdorf 34
3600 Thun 33
3700 Spiez 33
3800 Interlaken 33
3900 Brig 27
3920 Zermatt 27
3930 Visp 27
3960 Sierre 27
4051 Basel 61
4310 Rheinfelden 61
4410 Liestal 61
4500 Solothurn 32
4600 Olten 62
4800 Zofingen 62
4900 Langenthal 62
5000 Aarau 62
5200 Brugg 56
5400 Baden 56
5600 Lenzburg 62
6003 Luzern 41
6210 Sursee 41
6300 Zug 41
6370 Stans 41
6430 Schwyz 41
6460 Altdorf 41
6500 Bellinzona 91
6600 Locarno 91
6900 Lugano 91
7000 Chur 81
7270 Davos Platz 81
7500 St. Moritz 81
8001 Zürich 44
8005 Zürich 44
8200 Schaffhausen 52
8280 Kreuzlingen 71
8400 Winterthur 52
8500 Frauenfeld 52
8570 Weinfelden 71
8610 Uster 44
8640 Rapperswil 55
8750 Glarus 55
8800 Thalwil 44
8810 Horgen 44
8820 Wädenswil 44
8953 Dietikon 44
9000 St. Gallen 71
9050 Appenzell 71
9100 Herisau 71
9200 Gossau 71
9400 Rorschach 71
9470 Buchs 81
9500 Wil 71
`,
  FR: `
21000 Dijon 380
25000 Besançon 381
38000 Grenoble 476
54000 Nancy 383
57000 Metz 387
67000 Strasbourg 388
68000 Colmar 389
68100 Mulhouse 389
69003 Lyon 472
74000 Annecy 450
`,
  IT: `
33100 Udine 0432
35121 Padova 049
37121 Verona 045
38122 Trento 0461
39012 Meran 0473
39031 Bruneck 0474
39042 Brixen 0472
39100 Bozen 0471
`,
};

const townsOf: Readonly<Record<string, readonly Town[]>> = Object.fromEntries(
  Object.entries(lines).map(([countryIso, text]) => [
    countryIso,
    text
      .trim()
      .split('\n')
      .map((line): Town => townOf(countryIso, line.split(' '))),
  ]),
);

/** @returns the known towns of a country, by ISO 3166 code; none for a country without a list */
export function townsIn(countryIso: string): readonly Town[] {
  return townsOf[countryIso] ?? [];
}

function townOf(countryIso: string, words: readonly string[]): Town {
  return {
    countryIso,
    postalCode: words[0] ?? '',
    name: words.slice(1, -1).join(' '),
    diallingCode: words.at(-1) ?? '',
  };
}
