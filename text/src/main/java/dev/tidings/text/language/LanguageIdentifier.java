package dev.tidings.text.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells the language of a text: 132 languages and a few scripts of one language, among them Central Kurdish
 * ({@code ckb}) in modern and in Arabic-keyboard spelling and Northern Kurdish ({@code ku-Latn}, {@code ku-Arab}).
 *
 * <p>The script most letters belong to decides which languages compete; within it the hashed 1- to 5-grams and words of
 * at most three windows of {@value TextExcerpt#WINDOW} characters, fewer of a clear text, are looked up in a table of
 * small vectors, and one linear layer with a softmax ranks the languages (Joulin et al. 2016, "Bag of Tricks for
 * Efficient Text Classification").
 *
 * <p>Instances are immutable and safe for any number of threads. Equal text gives equal answers on every machine.
 */
public final class LanguageIdentifier {
    private static final String RESOURCE = "model.bin";

    /** Probability of a language that owns its script; the rest is for quotations of that script in other languages. */
    private static final double ONLY_LANGUAGE = 0.99;

    /** Probability from three windows of 120 characters below which more of a long text is read. */
    private static final double SURE_AT_A_GLANCE = 0.99;

    private final LanguageModel languageModel;
    private final ThreadLocal<IdentifierBuffers> identifierBuffers = ThreadLocal.withInitial(IdentifierBuffers::new);

    public LanguageIdentifier(LanguageModel languageModel) {
        this.languageModel = languageModel;
    }

    /**
     * Loads the model of this library; about 0.1 s and 9 MB, so once a process.
     *
     * @throws UncheckedIOException if the jar is damaged
     */
    public static LanguageIdentifier loadModel() {
        try (InputStream in = LanguageIdentifier.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + RESOURCE + " is missing from the jar");
            }
            return new LanguageIdentifier(LanguageModel.readModel(in));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the language model: " + e.getMessage(), e);
        }
    }

    /** Returns the name of algorithm and model, for provenance: answers may differ between versions only. */
    public String version() {
        return languageModel.version();
    }

    /**
     * Identifies the language of a text of any length and content, malformed UTF-16 included.
     *
     * @return never empty; {@code und} for what has no language: too few letters (under 12 in scripts of several
     *     languages), digits, names only, letters of an unknown script
     */
    public Identification identify(CharSequence text) {
        return identify(text, DeclaredLanguage.NONE);
    }

    /**
     * Identifies the language of a text whose source declares one.
     *
     * @param declaredTag BCP 47 as feeds write it ({@code en-US}, {@code ku}); evidence beside the text, never the
     *     answer: it settles close calls, and what is {@code und} for want of letters stays so
     */
    public Identification identify(CharSequence text, String declaredTag) {
        return identify(text, DeclaredLanguage.of(declaredTag));
    }

    /** Identifies every block of a page, and the page by their vote. */
    public PageIdentification identifyBlocks(List<? extends CharSequence> blocks) {
        return identifyBlocks(blocks, DeclaredLanguage.NONE);
    }

    /** As {@link #identifyBlocks(List)}, of a page whose source declares a language. */
    public PageIdentification identifyBlocks(List<? extends CharSequence> blocks, String declaredTag) {
        return identifyBlocks(blocks, DeclaredLanguage.of(declaredTag));
    }

    private PageIdentification identifyBlocks(List<? extends CharSequence> blocks, DeclaredLanguage declared) {
        List<Identification> answers = new ArrayList<>(blocks.size());
        BlockVote vote = new BlockVote();
        for (CharSequence block : blocks) {
            Identification answer = identify(block, declared);
            answers.add(answer);
            vote.addVote(answer, block.length());
        }
        return new PageIdentification(
                vote.result().orElseGet(() -> identify(String.join("\n", blocks), declared)),
                answers,
                vote.secondShare());
    }

    private Identification identify(CharSequence text, DeclaredLanguage declared) {
        IdentifierBuffers memory = identifierBuffers.get();
        Identification answer = identify(text, memory.glance, declared);
        return memory.glance.isPartOf(text) && answer.probability() < SURE_AT_A_GLANCE
                ? identify(text, memory.textExcerpt, declared)
                : answer;
    }

    private Identification identify(CharSequence text, TextExcerpt textExcerpt, DeclaredLanguage declared) {
        textExcerpt.readText(text);
        int script = textExcerpt.mainScript();
        Optional<ScriptModel> known = languageModel.script(script);
        if (known.isEmpty() || UndeterminedRule.tooShort(textExcerpt, script, known.get())) {
            return undetermined(script, List.of());
        }
        ScriptModel languages = known.get();
        if (languages.hasOneLanguage()) {
            Language only = languages.languages().get(0);
            return new Identification(List.of(new LanguageCandidate(only.tag(), only.script(), ONLY_LANGUAGE)));
        }
        return ranked(textExcerpt, script, languages, declared);
    }

    private Identification ranked(
            TextExcerpt textExcerpt, int script, ScriptModel languages, DeclaredLanguage declared) {
        IdentifierBuffers memory = identifierBuffers.get();
        FeatureSum sum = memory.featureSum;
        sum.sumExcerpt(textExcerpt, script, languages, languageModel);
        int count = sum.knownCount();
        if (UndeterminedRule.tooStrange(count, sum.featureCount(), script)) {
            return undetermined(script, List.of());
        }
        List<LanguageCandidate> languageCandidates = memory.candidateRanking.rankCandidates(
                languages, sum.sums, count, languageModel.temperatureOf(count), declared);
        return UndeterminedRule.tooClose(languageCandidates.get(0), textExcerpt.letterCount(script))
                ? undetermined(script, languageCandidates)
                : new Identification(languageCandidates);
    }

    private static Identification undetermined(int script, List<LanguageCandidate> guesses) {
        List<LanguageCandidate> ranked = new ArrayList<>();
        ranked.add(new LanguageCandidate(LanguageCandidate.UNDETERMINED, Scripts.scriptCode(script), 0));
        guesses.stream()
                .filter(guess -> !guess.tag().equals(LanguageCandidate.UNDETERMINED))
                .forEach(ranked::add);
        return new Identification(ranked);
    }
}
