package dev.tidings.streams.dedup.match;

/** A report of a flood in a language, and what a later text of it may add or tell otherwise. Written for these tests. */
enum UpdateTexts {
    ENGLISH(
            "en",
            "Flood after the dam of Brennholt broke",
            """
            The water of the lake above Brennholt has reached the first houses of the town, and 17 people are
            missing. The dam gave way in the evening, when most families of Brennholt were sitting at their
            tables. Firemen brought children and old people to the school on the hill, where beds had been put
            up in the great hall. The road along the river is closed, and the railway has stopped all trains to
            the south. Farmers from the valley came with tractors to help those who could not leave. The mayor
            of Brennholt said the wall had been looked at in spring and found to be sound. Soldiers are on their
            way with boats and lamps.""",
            "Soldiers are on their way with boats and lamps.",
            """
            Power has failed in every village along the lower valley, and telephones are silent since midnight.
            Engineers hope to open the sluice at the old mill before noon, which would lower the lake by a
            hand's breadth every hour.""",
            "Correction: an earlier version of this article named the wrong river.",
            "Brennholt",
            "Askerdal",
            "has reached the first",
            "has not reached the first",
            "Flood after the dam of Brennholt held"),
    GERMAN(
            "de",
            "Hochwasser nach Bruch des Damms von Brennholt",
            """
            Das Wasser des Sees oberhalb von Brennholt hat die ersten Häuser der Stadt erreicht, 17 Menschen
            werden vermisst. Der Damm brach am Abend, als die meisten Familien in Brennholt bei Tisch saßen.
            Feuerwehrleute brachten Kinder und Alte in die Schule auf dem Hügel, wo in der großen Halle Betten
            aufgestellt worden waren. Die Straße am Fluss ist gesperrt, und die Bahn hat alle Züge nach Süden
            angehalten. Bauern aus dem Tal kamen mit Traktoren, um denen zu helfen, die nicht fortkonnten. Die
            Bürgermeisterin von Brennholt sagte, die Mauer sei im Frühjahr geprüft und für gut befunden worden.
            Soldaten sind mit Booten und Lampen unterwegs.""",
            "Soldaten sind mit Booten und Lampen unterwegs.",
            """
            In allen Dörfern des unteren Tals ist der Strom ausgefallen, und seit Mitternacht schweigen die
            Telefone. Ingenieure hoffen, das Wehr an der alten Mühle noch vor Mittag zu öffnen, was den See jede
            Stunde um eine Handbreit senken würde.""",
            "Korrektur: In einer früheren Version dieses Artikels stand ein falscher Flussname.",
            "Brennholt",
            "Askerdal",
            "der Stadt erreicht, 17",
            "der Stadt nicht erreicht, 17",
            "Hochwasser nach Reparatur des Damms von Brennholt"),
    FRENCH(
            "fr",
            "Inondation après la rupture du barrage de Valmorte",
            """
            L'eau du lac situé au-dessus de Valmorte a atteint les premières maisons de la ville et 17 personnes
            sont portées disparues. Le barrage a cédé dans la soirée, quand la plupart des familles de Valmorte
            étaient à table. Les pompiers ont conduit les enfants et les personnes âgées à l'école de la
            colline, où des lits avaient été installés dans la grande salle. La route qui longe la rivière est
            fermée et tous les trains vers le sud sont arrêtés. Des paysans de la vallée sont venus avec leurs
            tracteurs pour aider ceux qui étaient bloqués. La maire de Valmorte a dit que le mur avait été
            examiné au printemps et jugé solide. Des soldats sont en route avec des barques et des lampes.""",
            "Des soldats sont en route avec des barques et des lampes.",
            """
            Le courant est coupé dans tous les villages de la basse vallée et les téléphones sont muets depuis
            minuit. Les ingénieurs espèrent ouvrir la vanne du vieux moulin avant midi, ce qui ferait baisser le
            lac d'une largeur de main à chaque heure.""",
            "Rectificatif : une version précédente de cet article nommait une autre rivière.",
            "Valmorte",
            "Rochebrune",
            "a atteint les premières",
            "n'a pas atteint les premières",
            "Inondation avant la rupture du barrage de Valmorte"),
    SPANISH(
            "es",
            "Inundación tras romperse la presa de Peñalta",
            """
            El agua del lago que está sobre Peñalta ha llegado a las primeras casas de la ciudad y 17 personas
            están desaparecidas. La presa cedió por la tarde, cuando casi todas las familias de Peñalta estaban
            sentadas a la mesa. Los bomberos llevaron a niños y ancianos a la escuela de la colina, donde se
            habían puesto camas en el salón grande. La carretera junto al río está cortada y el ferrocarril ha
            parado todos los trenes hacia el sur. Campesinos del valle vinieron con tractores para ayudar a
            quienes quedaron aislados. La alcaldesa de Peñalta dijo que el muro se había revisado en primavera y
            estaba sano. Los soldados están en camino con barcas y lámparas.""",
            "Los soldados están en camino con barcas y lámparas.",
            """
            La luz se ha ido en todas las aldeas del valle bajo y los teléfonos callan desde la medianoche. Los
            ingenieros esperan abrir la compuerta del molino viejo antes del mediodía, lo que haría bajar el
            lago un palmo cada hora.""",
            "Corrección: una versión anterior de este artículo nombraba otro río.",
            "Peñalta",
            "Roblegordo",
            "ha llegado a las",
            "no ha llegado a las",
            "Inundación tras cerrarse la presa de Peñalta"),
    POLISH(
            "pl",
            "Powódź po przerwaniu tamy w mieście Brzostowo",
            """
            Woda z jeziora nad miastem Brzostowo dotarła do pierwszych domów, a 17 osób uznano za zaginione.
            Tama pękła wieczorem, kiedy większość rodzin w mieście Brzostowo siedziała przy stole. Strażacy
            zawieźli dzieci i starszych ludzi do szkoły na wzgórzu, gdzie w dużej sali ustawiono łóżka. Droga
            wzdłuż rzeki jest zamknięta, a kolej wstrzymała wszystkie pociągi na południe. Rolnicy z doliny
            przyjechali traktorami, żeby pomóc uwięzionym mieszkańcom. Burmistrz miasta Brzostowo powiedział, że
            mur sprawdzono wiosną i uznano za mocny. Żołnierze są w drodze z łodziami i lampami.""",
            "Żołnierze są w drodze z łodziami i lampami.",
            """
            We wszystkich wioskach dolnej doliny zabrakło prądu, a telefony milczą od północy. Inżynierowie mają
            nadzieję otworzyć śluzę przy starym młynie jeszcze przed południem, dzięki czemu jezioro opadałoby o
            szerokość dłoni co godzinę.""",
            "Sprostowanie: we wcześniejszej wersji tego artykułu podano inną rzekę.",
            "Brzostowo",
            "Kamienica",
            "dotarła do pierwszych",
            "nie dotarła do pierwszych",
            "Powódź po naprawie tamy w mieście Brzostowo"),
    TURKISH(
            "tr",
            "Karayokuş barajı yıkıldıktan sonra sel",
            """
            Gölün suyu kasabanın ilk evlerine ulaştı, yukarıdaki Karayokuş köyünde 17 kişi kayıp. Set akşam
            saatlerinde, birçok aile yukarıdaki Karayokuş köyünde sofrada otururken çöktü. İtfaiyeciler
            çocukları ve yaşlıları tepedeki okula götürdü, büyük salona yataklar kurulmuştu. Nehir boyundaki yol
            kapalı, demiryolu güneye giden bütün trenleri durdurdu. Vadideki çiftçiler mahsur kalanlara yardım
            etmek için traktörleriyle geldi. Muhtar, yukarıdaki Karayokuş köyünde duvarın ilkbaharda
            incelendiğini ve sağlam bulunduğunu söyledi. Askerler sandallar ve lambalarla yolda.""",
            "Askerler sandallar ve lambalarla yolda.",
            """
            Aşağı vadinin bütün köylerinde elektrikler kesildi ve gece yarısından beri telefonlar susuyor.
            Mühendisler eski değirmendeki kapağı öğleden önce açmayı umuyor, böylece göl her saat bir karış
            alçalacak.""",
            "Düzeltme: Bu haberin önceki sürümünde başka bir nehrin adı geçiyordu.",
            "Karayokuş",
            "Taşlıdere",
            "ilk evlerine ulaştı",
            "ilk evlerine ulaşmış değil",
            "Karayokuş barajı açıldıktan sonra sel"),
    RUSSIAN(
            "ru",
            "Наводнение после прорыва плотины у города Каменец",
            """
            Вода из озера над городом Каменец дошла до первых домов, и 17 человек считаются пропавшими. Плотину
            прорвало вечером, когда почти все семьи в городе Каменец сидели за столом. Пожарные отвезли детей и
            стариков в школу на холме, где в большом зале поставили кровати. Дорога вдоль реки закрыта, а
            железная дорога остановила все поезда на юг. Крестьяне из долины приехали на тракторах, чтобы помочь
            отрезанным от мира. Мэр города Каменец сказал, что стену осмотрели весной и признали прочной.
            Солдаты уже в пути с лодками и фонарями.""",
            "Солдаты уже в пути с лодками и фонарями.",
            """
            Во всех деревнях нижней долины пропал свет, а телефоны молчат с полуночи. Инженеры надеются открыть
            шлюз у старой мельницы до полудня, и тогда озеро будет опускаться на ладонь каждый час.""",
            "Исправление: в предыдущей версии этой статьи была названа другая река.",
            "Каменец",
            "Берёзовск",
            "дошла до первых",
            "не дошла до первых",
            "Наводнение после починки плотины у города Каменец"),
    SERBIAN(
            "sr",
            "Поплава после пуцања бране код места Каменица",
            """
            Вода из језера изнад места Каменица стигла је до првих кућа, а 17 људи се води као нестало. Брана је
            попустила увече, када је већина породица у месту Каменица седела за столом. Ватрогасци су одвели
            децу и старије људе у школу на брду, где су у великој сали постављени кревети. Пут поред реке је
            затворен, а железница је зауставила све возове према југу. Сељаци из долине дошли су тракторима да
            помогну онима који су остали одсечени. Градоначелник места Каменица рекао је да је зид прегледан у
            пролеће и да је био чврст. Војници су на путу са чамцима и лампама.""",
            "Војници су на путу са чамцима и лампама.",
            """
            У свим селима доње долине нестало је струје, а телефони ћуте од поноћи. Инжењери се надају да ће
            отворити уставу код старог млина пре подне, па би језеро сваког сата опадало за ширину шаке.""",
            "Исправка: у претходној верзији овог чланка наведена је друга река.",
            "Каменица",
            "Дубравица",
            "стигла је до првих",
            "није стигла до првих",
            "Поплава после поправке бране код места Каменица"),
    ARABIC(
            "ar",
            "فيضان بعد انهيار سد المنصورية",
            """
            وصلت مياه البحيرة الواقعة فوق المنصورية إلى أول البيوت، واعتبر 17 شخصا في عداد المفقودين. انهار السد
            مساء بينما كانت معظم العائلات في المنصورية جالسة حول الموائد. نقل رجال الإطفاء الأطفال والمسنين إلى
            المدرسة فوق التل حيث وضعت أسرة في القاعة الكبيرة. الطريق المحاذي للنهر مغلق، وأوقفت السكك الحديدية
            جميع القطارات المتجهة جنوبا. جاء مزارعون من الوادي بجراراتهم لمساعدة المحاصرين في المنصورية منذ
            الليل. وقال رئيس بلدية المنصورية إن الجدار فحص في الربيع وتبين أنه متين. الجنود في الطريق ومعهم
            قوارب ومصابيح.""",
            "الجنود في الطريق ومعهم قوارب ومصابيح.",
            """
            انقطعت الكهرباء في جميع قرى الوادي الأسفل، والهواتف صامتة منذ منتصف الليل. يأمل المهندسون فتح
            البوابة عند الطاحونة القديمة قبل الظهر، وبذلك ينخفض مستوى البحيرة بعرض كف كل ساعة.""",
            "تصحيح: نسخة سابقة من هذا المقال ذكرت نهرا آخر.",
            "المنصورية",
            "الحسينية",
            "وصلت مياه البحيرة",
            "لم تصل مياه البحيرة",
            "فيضان بعد إصلاح سد المنصورية"),
    PERSIAN(
            "fa",
            "سیل پس از شکستن سد گلستانک",
            """
            آب دریاچه بالای شهر گلستانک به نخستین خانه‌ها رسیده است و 17 نفر ناپدید شده‌اند. سد هنگام غروب شکست،
            وقتی بیشتر خانواده‌های شهر گلستانک سر سفره نشسته بودند. آتش‌نشانان کودکان و سالمندان را به مدرسه روی
            تپه بردند که در تالار بزرگ آن تخت گذاشته بودند. جاده کنار رودخانه بسته است و راه‌آهن همه قطارهای
            جنوب را متوقف کرده است. کشاورزان دره با تراکتور آمدند تا به گرفتاران شهر گلستانک کمک کنند. شهردار
            گلستانک گفت دیوار در بهار بازدید شده و محکم بوده است. سربازان با قایق و چراغ در راه هستند.""",
            "سربازان با قایق و چراغ در راه هستند.",
            """
            برق همه روستاهای پایین دره قطع شده و تلفن‌ها از نیمه‌شب خاموش است. مهندسان امیدوارند دریچه آسیاب
            قدیمی را پیش از ظهر باز کنند تا آب دریاچه هر ساعت به اندازه یک کف دست پایین برود.""",
            "تصحیح: در نسخه قبلی این خبر نام رود دیگری آمده بود.",
            "گلستانک",
            "بهارستان",
            "خانه‌ها رسیده است",
            "خانه‌ها هرگز نرسیده است",
            "سیل پس از تعمیر سد گلستانک"),
    CENTRAL_KURDISH(
            "ckb",
            "لافاو دوای شکانی بەنداوی گردەڕەش",
            """
            ئاوی دەریاچەی سەرووی شاری گردەڕەش گەیشتە یەکەم ماڵەکان و 17 کەس بێسەروشوێنن. بەنداوەکە ئێوارە شکا،
            کاتێک زۆربەی خێزانەکانی شاری گردەڕەش لەسەر سفرە دانیشتبوون. ئاگرکوژێنەوەکان منداڵ و بەساڵاچووەکانیان
            برد بۆ قوتابخانەی سەر گردەکە کە لە هۆڵە گەورەکەدا جێگای خەوتن دانرابوو. ڕێگای قەراغ ڕووبارەکە
            داخراوە و هێڵی ئاسن هەموو شەمەندەفەرەکانی باشووری ڕاگرتووە. جووتیارانی دۆڵەکە بە تراکتۆر هاتن بۆ
            یارمەتیدانی خەڵکی گردەڕەش لەو شەوەدا. سەرۆکی شارەوانی گردەڕەش وتی دیوارەکە لە بەهاردا پشکنراوە و
            پتەو بووە. سەربازەکان بە بەلەم و چراوە لە ڕێگان.""",
            "سەربازەکان بە بەلەم و چراوە لە ڕێگان.",
            """
            کارەبا لە هەموو گوندەکانی خوارووی دۆڵەکە بڕاوە و تەلەفۆنەکان لە نیوەشەوەوە بێدەنگن. ئەندازیارەکان
            هیوادارن دەرگای ئاشە کۆنەکە پێش نیوەڕۆ بکەنەوە، تا ئاوی دەریاچەکە هەر کاتژمێرێک بستێک دابەزێت.""",
            "ڕاستکردنەوە: لە وەشانی پێشووی ئەم هەواڵەدا ناوی ڕووبارێکی تر هاتبوو.",
            "گردەڕەش",
            "کانیسپی",
            "گەیشتە یەکەم",
            "هەرگیز نەگەیشتە یەکەم",
            "لافاو دوای چاککردنی بەنداوی گردەڕەش"),
    SWAHILI(
            "sw",
            "Mafuriko baada ya bwawa la Mwembeni kupasuka",
            """
            Maji ya ziwa lililo juu ya mji wa Mwembeni yamefika kwenye nyumba za kwanza, na watu 17 hawajulikani
            walipo. Ukuta ulipasuka jioni, wakati familia nyingi za mji wa Mwembeni zilikuwa mezani. Wazima moto
            waliwapeleka watoto na wazee kwenye shule iliyo kilimani, ambako vitanda viliwekwa katika ukumbi
            mkubwa. Barabara kando ya mto imefungwa, na reli imesimamisha treni zote za kusini. Wakulima wa
            bondeni walikuja na matrekta kuwasaidia waliokwama. Meya wa mji wa Mwembeni alisema ukuta
            ulikaguliwa msimu uliopita na ukaonekana imara. Wanajeshi wako njiani wakiwa na mashua na taa.""",
            "Wanajeshi wako njiani wakiwa na mashua na taa.",
            """
            Umeme umekatika katika vijiji vyote vya bonde la chini, na simu hazisikiki tangu usiku wa manane.
            Wahandisi wanatumaini kufungua lango la kinu cha zamani kabla ya adhuhuri, jambo ambalo lingeshusha
            ziwa kwa upana wa kiganja kila saa.""",
            "Masahihisho: toleo la awali la makala haya lilitaja mto mwingine.",
            "Mwembeni",
            "Kisimani",
            "yamefika kwenye",
            "kamwe hayajafika kwenye",
            "Mafuriko baada ya bwawa la Mwembeni kujengwa");

    private final String tag;
    private final String title;
    private final String report;
    private final String lastSentence;
    private final String newSentences;
    private final String correction;
    private final String place;
    private final String otherPlace;
    private final String claim;
    private final String denial;
    private final String otherTitle;

    UpdateTexts(
            String tag,
            String title,
            String report,
            String lastSentence,
            String newSentences,
            String correction,
            String place,
            String otherPlace,
            String claim,
            String denial,
            String otherTitle) {
        this.tag = tag;
        this.title = title;
        this.report = asLines(report);
        this.lastSentence = asLines(lastSentence);
        this.newSentences = asLines(newSentences);
        this.correction = correction;
        this.place = place;
        this.otherPlace = otherPlace;
        this.claim = claim;
        this.denial = denial;
        this.otherTitle = otherTitle;
    }

    private static String asLines(String text) {
        return text.replace('\n', ' ');
    }

    String tag() {
        return tag;
    }

    String title() {
        return title;
    }

    /** Returns a report that names the place four times and states one number, 17. */
    String report() {
        return report;
    }

    String lastSentence() {
        return lastSentence;
    }

    /** Returns sentences without a number. */
    String newSentences() {
        return newSentences;
    }

    String correction() {
        return correction;
    }

    String place() {
        return place;
    }

    String otherPlace() {
        return otherPlace;
    }

    /** Returns words of the first sentence. */
    String claim() {
        return claim;
    }

    /** Returns the same words, negated. */
    String denial() {
        return denial;
    }

    /** Returns the title with one word in the place of another. */
    String otherTitle() {
        return otherTitle;
    }
}
