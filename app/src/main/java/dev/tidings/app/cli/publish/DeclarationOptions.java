package dev.tidings.app.cli.publish;

import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.producer.format.DeclaredFormat;
import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.InputFormats;
import dev.tidings.producer.format.SuppliedMetadata;
import dev.tidings.producer.format.standard.StandardFormats;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that declare what inputs do not say themselves. */
final class DeclarationOptions {

    @Option(names = "--type", paramLabel = "FORMAT", description = "Read every input as this (see 'tidings formats').")
    private @Nullable String type;

    @Option(names = "--charset", paramLabel = "NAME", description = "Charset of inputs that name none.")
    private @Nullable String charset;

    @Option(names = "--lang", paramLabel = "TAG", description = "Language of articles that state none.")
    private @Nullable String language;

    @Option(names = "--url", paramLabel = "URL", description = "Address of the article, if it states none.")
    private @Nullable String url;

    @Option(names = "--date", paramLabel = "DATE", description = "Date of publication of articles that state none.")
    private @Nullable String date;

    /**
     * Returns the formats to read, with what was declared.
     *
     * @throws CommandException when there is no such format or charset
     */
    InputFormats declaredFormats() {
        SuppliedMetadata declared = SuppliedMetadata.builder()
                .charset(checkedCharset())
                .language(language)
                .url(url)
                .published(date)
                .build();
        InputFormats formats = StandardFormats.formats();
        if (type != null) {
            return new InputFormats(List.of(new DeclaredFormat(formatOf(type), declared, true)));
        }
        return declared.equals(SuppliedMetadata.NONE)
                ? formats
                : new InputFormats(formats.formats().stream()
                        .<InputFormat>map(format -> new DeclaredFormat(format, declared, false))
                        .toList());
    }

    private @Nullable String checkedCharset() {
        try {
            if (charset == null || Charset.isSupported(charset)) {
                return charset;
            }
        } catch (IllegalCharsetNameException e) {
            // No name of a charset looks so.
        }
        throw new CommandException(
                ExitCode.USAGE, "--charset " + charset + " is not known; give a name like windows-1256 or UTF-8");
    }

    private static InputFormat formatOf(String type) {
        InputFormats formats = StandardFormats.formats();
        Optional<InputFormat> format = formats.named(type);
        return format.orElseThrow(() -> new CommandException(
                ExitCode.USAGE,
                "--type " + type + " is no format; one of "
                        + formats.formats().stream().map(InputFormat::name).collect(Collectors.joining(", "))));
    }
}
