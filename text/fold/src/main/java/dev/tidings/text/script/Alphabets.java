package dev.tidings.text.script;

/**
 * The letters of the languages that have two alphabets. Each word is a letter and what is written for it: nothing, when
 * the letter stands alone. Marks are left to the fold where it makes the same of both.
 */
final class Alphabets {

    /** Who has no {@code đ} types {@code dj}. */
    static final LetterTable SERBIAN = new LetterTable.Builder()
            .write("аa бb вv гg дd ђdj еe жž зz иi јj кk лl љlj мm нn њnj оo пp рr сs тt ћć уu фf хh цc чč џdž шš đdj")
            .build();

    /**
     * The Latin alphabet of 1995 with all kinds of apostrophes or none ({@code oʻ gʻ sh ch}), and that of 2026
     * ({@code ö ğ ş ç}). Cyrillic {@code е} is {@code e} or {@code ye} by its place, {@code ц} {@code s} or {@code ts}
     * by the word.
     */
    static final LetterTable UZBEK = new LetterTable.Builder()
            .write("аa бb вv гg ғg дd еe ёyo жj зz иi йy кk қq лl мm нn оo пp рr сs тt уu ўo фf хx ҳh цs чch шsh щsh")
            .write("ъ ыi ь эe юu яa şsh șsh çch ıi İi")
            .dropApostrophes()
            .dropBefore("ya ye yu ts")
            .build();

    /** Who has no {@code ə} types {@code e}, or the Cyrillic {@code ә}. */
    static final LetterTable AZERBAIJANI = new LetterTable.Builder()
            .write("аa бb вv гq ғğ дd еe ёyo әe жj зz иi йy јy кk ҝg лl мm нn оo өö пp рr сs тt уu үü фf хx һh цs чç")
            .write("ҹc шş щş ъ ыı ь эe юyu яya əe ǝe")
            .build();

    /**
     * Newsrooms write the Latin alphabet of 2018 ({@code ǵ ń ý sh}; Kazinform, Egemen Qazaqstan), those of 2019 and
     * 2021 ({@code ğ ŋ ū ş}; Adyrna) or Turkish letters ({@code ı} for {@code ы}, {@code w} for {@code у}). The
     * {@code y}, {@code ı}, {@code u} and {@code c} of one are other letters in the next, so they become what all have.
     */
    static final LetterTable KAZAKH = new LetterTable.Builder()
            .write("аa әa бb вv гg ғg дd еe ёio жj зz иi йi кk қq лl мm нn ңn оo өo пp рr сs тt уu ұu үu фf хh һh")
            .write("цs чsh шsh щsh ъ ыi іi ь эe юiu яia yi ıi İi ïi íi ýu wu üu úu ūu ŋn şsh śsh çsh cs xh")
            .dropBefore("ii uu ts")
            .build();

    /**
     * The Arabic script has no letter for {@code i}, one for {@code u} and {@code w}, which for {@code û} may be
     * doubled, and one for {@code î} and {@code y}.
     */
    static final LetterTable KURMANJI = new LetterTable.Builder()
            .write("اa آa بb پp تt ثs جc چç حh خx دd ذz رr ڕr زz ژj سs شş صs ضz طt ظz ع غx فf ڤv قq کk كk گg لl ڵl")
            .write("مm نn هh ھh ہh ەe ةe ێe ېe ۆo ئ ء وw ؤw ۊw یy يy ىy i ı İ îy uw ûw êe")
            .dropApostrophes()
            .dropBefore("ww yy")
            .build();

    private Alphabets() {}
}
