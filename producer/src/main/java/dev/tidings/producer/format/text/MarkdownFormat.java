package dev.tidings.producer.format.text;

import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.InputSample;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.format.SuppliedArticle;
import dev.tidings.producer.format.shared.StatedMetadata;
import dev.tidings.producer.source.InputContent;
import dev.tidings.schemas.SourceFormat;
import dev.tidings.text.vocabulary.MemberText;
import dev.tidings.text.vocabulary.markdown.MarkdownDocument;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Markdown, one article a file, with what its front matter states. Front matter is read as data and never run. */
public final class MarkdownFormat implements InputFormat {

    /** A line of dashes may be anything; one with a key below it, and another behind that, is front matter. */
    private static final Pattern FRONT_MATTER = Pattern.compile(
            "^(---|\\+\\+\\+)[ \\t]*\\r?\\n[\\w-]{1,40}[ \\t]*[:=].{0,8000}?\\n\\1[ \\t]*\\r?\\n", Pattern.DOTALL);

    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public String description() {
        return "Markdown with or without front matter";
    }

    @Override
    public boolean claims(InputSample sample) {
        if (sample.nameEndsWith(".md", ".markdown", ".mdown", ".mkd")) {
            return !Markup.beginsAsPage(sample.start())
                    && !sample.isBinary()
                    && BinarySignature.of(sample.head()).isEmpty();
        }
        return !OtherKinds.isKnown(sample.lowerName())
                && FRONT_MATTER.matcher(sample.start()).lookingAt();
    }

    @Override
    public RecordReader read(InputContent content, long maxArticleBytes) throws IOException {
        ByteBuffer payload = WholeInput.payload(content);
        MarkdownDocument document = MarkdownDocument.read(MemberText.decode(payload, Optional.empty()));
        return RecordReader.of(new SuppliedArticle(
                payload,
                SourceFormat.UNKNOWN,
                MarkdownDocument.MEDIA_TYPE,
                -1,
                Optional.empty(),
                StatedMetadata.metadataOf(document.stated(), "")));
    }
}
