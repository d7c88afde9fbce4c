package dev.tidings.streams.extract.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.extract.Document;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.Title;
import dev.tidings.text.vocabulary.press.PressExport;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PressExportExtractorTest {

    private static final String BODY =
            "ANKARA — Ministers met on Monday and agreed on nothing, officials said.\n\nThey will meet again in the spring.";

    private static void assertReads(PressExport kind, String text, String body) {
        Extraction article = new PressExportExtractor(kind).extractArticle(new Document(text, Optional.empty()));

        assertThat(article.title().map(Title::text)).contains("Ministers meet and agree on nothing");
        assertThat(article.documentMetadata().byline()).contains("A. Writer");
        assertThat(article.documentMetadata().published().orElseThrow().iso()).startsWith("2021-09-06");
        assertThat(article.documentMetadata().language()).contains("en");
        assertThat(article.documentMetadata().sources())
                .anyMatch(source -> source.name().equals("The Daily Example"));
        assertThat(article.body()).isEqualTo(body);
        assertThat(article.flags()).isEmpty();
    }

    @Test
    void lexisNexisAsItWas() {
        assertReads(PressExport.LEXIS, """

                                               The Daily Example

                                           September 6, 2021 Monday
                                                 Final Edition

                Ministers meet and agree
                on nothing

                BYLINE: A. Writer

                SECTION: NEWS; Pg. 3

                LENGTH: 12 words

                DATELINE: ANKARA

                 Ministers met on Monday and agreed
                on nothing, officials said.

                They will meet again in
                the spring.

                LOAD-DATE: September 7, 2021

                LANGUAGE: ENGLISH

                                 Copyright 2021 Example Limited
                                      All Rights Reserved
                """, BODY);
    }

    @Test
    void nexisUniBehindItsCover() {
        assertReads(PressExport.NEXIS, """
                User Name: A
                Job Number: 1
                Documents (2)
                1. Ministers meet and agree on nothing
                Client/Matter: -None-
                Search Terms: ministers
                2. Another
                Client/Matter: -None-

                Ministers meet and agree on nothing
                The Daily Example
                September 6, 2021 Monday

                Copyright 2021 Example Limited All Rights Reserved
                Section: NEWS; Pg. 3
                Length: 12 words
                Byline: A. Writer
                Body

                ANKARA — Ministers met on Monday and agreed on nothing, officials said.

                They will meet again in the spring.

                Load-Date: September 7, 2021

                Classification

                Language: ENGLISH

                End of Document
                """, BODY);
    }

    @Test
    void factivaWithItsCodes() {
        assertReads(PressExport.FACTIVA_FIELDS, """
                SE  News
                HD  Ministers meet and
                agree on nothing
                BY  A. Writer
                WC  12 words
                PD  6 September 2021
                ET  16:45
                SN  The Daily Example
                SC  EXMP
                LA  English
                CY  Copyright 2021 Example Limited
                LP
                ANKARA — Ministers met on Monday and agreed on nothing, officials said.

                TD
                They will meet again in the spring.

                NS  gcat : Political News
                AN  Document EXMP000020210906eh960001a
                """, BODY);
    }

    @Test
    void factivaAsItIsRead() {
        assertReads(PressExport.FACTIVA, """
                News
                Ministers meet and agree on nothing
                By A. Writer
                12 words
                6 September 2021
                16:45
                The Daily Example
                EXMP
                3
                English
                Copyright 2021 Example Limited

                ANKARA — Ministers met on Monday and agreed on nothing, officials said.

                They will meet again in the spring.

                Document EXMP000020210906eh960001a
                """, BODY);
    }
}
