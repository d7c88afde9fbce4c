package dev.tidings.streams.dedup.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.dedup.change.ChangeKind;
import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.index.DuplicateIndex;
import dev.tidings.streams.dedup.index.IncomingArticle;
import dev.tidings.streams.dedup.index.SourcePosition;
import dev.tidings.streams.dedup.sketch.SketchInput;
import dev.tidings.streams.dedup.sketch.Sketcher;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A second text of an event, in many languages: a copy tells nothing new, an update does. */
class UpdatesTest {

    private final Deduplicator deduplicator = new Deduplicator(DuplicateIndex.inMemory(), DedupWindows.DEFAULT);
    private long offset;

    private Decision decide(UpdateTexts language, String title, String text) {
        return deduplicator.deduplicateArticle(new IncomingArticle(
                new SourcePosition(0, offset),
                0,
                Articles.id("article " + offset++),
                1,
                "",
                Sketcher.computeSketch(
                        new SketchInput(Optional.of(title), text, text, Optional.empty(), language.tag()))));
    }

    private Decision decideAfterReport(UpdateTexts language, String text) {
        decide(language, language.title(), language.report());
        return decide(language, language.title(), text);
    }

    @ParameterizedTest
    @EnumSource
    void aCopyInAnotherFrameIsWithheld(UpdateTexts language) {
        Decision copy = decideAfterReport(
                language, "Home | World | Sport\n\n" + language.report() + "\n\nShare 128\n\nUpdated 3 hours ago");

        assertThat(copy.verdict().isCopy()).isTrue();
        assertThat(copy.change().isNothing()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aCopyWithoutOneOfTheSentencesIsWithheld(UpdateTexts language) {
        Decision copy = decideAfterReport(language, language.report().replace(language.lastSentence(), ""));

        assertThat(copy.verdict().isCopy()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void anotherTollIsAnUpdateThatNamesBoth(UpdateTexts language) {
        Decision update = decideAfterReport(language, language.report().replace("17", "43"));

        assertThat(update.verdict()).isEqualTo(Verdict.UPDATED);
        assertThat(update.cluster()).isEqualTo(Articles.id("article 0"));
        assertThat(update.change().kinds()).contains(ChangeKind.NUMBERS);
        assertThat(update.change().numbersBefore()).contains("17");
        assertThat(update.change().numbersAfter()).containsExactly("43");
        assertThat(update.change().newSentences()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void newSentencesAtTheHeadAreAnExpansion(UpdateTexts language) {
        Decision longer = decideAfterReport(language, language.newSentences() + "\n\n" + language.report());

        assertThat(longer.verdict()).isEqualTo(Verdict.EXPANSION);
        assertThat(longer.change().kinds()).contains(ChangeKind.ADDED);
        assertThat(longer.change().newShare()).isBetween(0.1, 0.6);
        assertThat(longer.change().newSentences().get(0).start()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void newSentencesAtTheTailAreAnExpansion(UpdateTexts language) {
        String report = language.report();
        Decision longer = decideAfterReport(language, report + "\n\n" + language.newSentences());

        assertThat(longer.verdict()).isEqualTo(Verdict.EXPANSION);
        assertThat(longer.change().newSentences().get(0).start()).isGreaterThanOrEqualTo(report.length());
    }

    @ParameterizedTest
    @EnumSource
    void aCopyOfAnUpdateIsACopyAgain(UpdateTexts language) {
        decide(language, language.title(), language.report());
        String update = language.report().replace("17", "43");
        decide(language, language.title(), update);

        Decision copy = decide(language, language.title(), "By our staff\n\n" + update);

        assertThat(copy.verdict().isCopy()).as(copy.toString()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatTwoEarlierTextsHaveBetweenThemIsKnown(UpdateTexts language) {
        decide(language, language.title(), language.report());
        decide(language, language.title(), language.report() + "\n\n" + language.newSentences());

        Decision third = decide(language, language.title(), language.newSentences() + "\n\n" + language.report());

        assertThat(third.verdict().isCopy()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aNoticeOfCorrectionIsAnUpdate(UpdateTexts language) {
        Decision corrected = decideAfterReport(language, language.report() + "\n\n" + language.correction());

        assertThat(corrected.verdict()).isEqualTo(Verdict.UPDATED);
        assertThat(corrected.change().kinds()).contains(ChangeKind.CORRECTION);
    }

    @ParameterizedTest
    @EnumSource
    void aNameThatTheTextRepeatsMayNotBeAnotherOne(UpdateTexts language) {
        Decision other =
                decideAfterReport(language, language.report().replace(language.place(), language.otherPlace()));

        assertThat(other.verdict().isCopy()).isFalse();
        assertThat(other.change().kinds()).contains(ChangeKind.NAMES);
        assertThat(other.change().namesAfter()).isNotEmpty();
        assertThat(other.change().namesBefore()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aHeadlineOfWhichOneWordIsAnotherIsAnUpdate(UpdateTexts language) {
        decide(language, language.title(), language.report());

        Decision edited = decide(language, language.otherTitle(), language.report() + "\n\nShare");

        assertThat(edited.verdict()).isEqualTo(Verdict.UPDATED);
        assertThat(edited.change().kinds()).containsExactly(ChangeKind.HEADLINE);
    }

    @ParameterizedTest
    @EnumSource
    void aNumberThatBecomesOneOfTheOthersIsAnUpdate(UpdateTexts language) {
        String report = language.report() + " " + language.newSentences() + " 17 – 19. 19 – 17.";
        decide(language, language.title(), report);

        Decision update = decide(language, language.title(), report.replaceFirst("17", "19"));

        assertThat(update.verdict()).as(update.toString()).isEqualTo(Verdict.UPDATED);
        assertThat(update.change().numbersAfter()).contains("19");
    }

    @Test
    void someWordsPutIntoTheLastSentenceAreNoAddition() {
        UpdateTexts english = UpdateTexts.ENGLISH;
        String last = english.lastSentence();

        Decision copy = decideAfterReport(
                english,
                english.report()
                        .replace(
                                last,
                                "As officials had said some days ago, " + Character.toLowerCase(last.charAt(0))
                                        + last.substring(1)));

        assertThat(copy.verdict().isCopy()).as(copy.toString()).isTrue();
    }

    @Test
    void moreWordsInALongHeadlineAreNoEdit() {
        UpdateTexts english = UpdateTexts.ENGLISH;
        String headline = "Rescue teams search for survivors after a ferry with tourists and crew aboard sinks in bad"
                + " weather close to the old harbour";
        decide(english, headline, english.report());

        Decision copy = decide(english, "HEWLER (Agency) - " + headline, english.report() + "\n\nShare");

        assertThat(copy.verdict().isCopy()).as(copy.toString()).isTrue();
    }

    @Test
    void anotherHeadlineAltogetherIsNoChange() {
        UpdateTexts english = UpdateTexts.ENGLISH;
        decide(english, english.title(), english.report());

        Decision syndicated = decide(english, "What we know so far", english.report() + "\n\nSubscribe");

        assertThat(syndicated.verdict().isCopy()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aLeadThatDeniesWhatItClaimedIsAnUpdate(UpdateTexts language) {
        assertThat(language.report()).contains(language.claim());

        Decision denied = decideAfterReport(language, language.report().replace(language.claim(), language.denial()));

        assertThat(denied.change().kinds()).contains(ChangeKind.NEGATION);
        assertThat(denied.verdict()).isEqualTo(Verdict.UPDATED);
    }

    @Test
    void slipsOfTheKeyboardAreNoNews() {
        UpdateTexts english = UpdateTexts.ENGLISH;
        String slips = english.report()
                .replace("river", "rievr")
                .replace("evening", "evenign")
                .replace("school", "shcool");

        assertThat(decideAfterReport(english, slips).verdict().isCopy()).isTrue();
    }

    @Test
    void numbersInWordsAreComparedOnlyWithWhatWasReadInTheSameLanguage() {
        String report = UpdateTexts.ENGLISH.report().replace("17 people", "seventeen people");
        decide(UpdateTexts.ENGLISH, UpdateTexts.ENGLISH.title(), report);

        Decision takenForAnother = decide(UpdateTexts.GERMAN, UpdateTexts.ENGLISH.title(), "Home | World\n\n" + report);

        assertThat(takenForAnother.verdict()).isEqualTo(Verdict.NEAR);
        assertThat(takenForAnother.change().isNothing()).isTrue();
    }

    @Test
    void whoWithholdsNothingOrEqualTextsAloneGetsTheRest() {
        assertThat(List.of(Verdict.values()))
                .allMatch(verdict -> Withholding.COPIES.withholds(verdict) == verdict.isCopy())
                .noneMatch(Withholding.NOTHING::withholds)
                .filteredOn(Withholding.EXACT::withholds)
                .containsExactly(Verdict.EXACT);
    }
}
