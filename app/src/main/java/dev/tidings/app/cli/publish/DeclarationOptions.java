package dev.tidings.app.cli.publish;

import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.producer.format.DeclaredFormat;
import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.InputFormats;
import dev.tidings.producer.format.SuppliedMetadata;
import dev.tidings.producer.format.standard.StandardFormats;
import dev.tidings.text.vocabulary.CustomMapping;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "Read JSON by this mapping of keys (docs/formats.md), and by no other.")
    private @Nullable Path mapping;

    /**
     * Returns the formats to read, with what was declared.
     *
     * @param directory where the paths of files begin
     * @throws CommandException when there is no such format, charset or mapping
     */
    InputFormats declaredFormats(Path directory) {
        SuppliedMetadata declared = SuppliedMetadata.builder()
                .charset(checkedCharset())
                .language(language)
                .url(url)
                .published(date)
                .build();
        InputFormats formats =
                StandardFormats.formats(Optional.ofNullable(mapping).map(file -> mappingIn(directory.resolve(file))));
        if (type != null) {
            return new InputFormats(List.of(new DeclaredFormat(formatOf(type, formats), declared, true)));
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

    private static CustomMapping mappingIn(Path file) {
        try {
            return CustomMapping.parse(Files.readString(file));
        } catch (IOException e) {
            throw new CommandException(ExitCode.USAGE, "--mapping " + file + " cannot be read; check the path");
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, "--mapping " + file + ": " + e.getMessage());
        }
    }

    private static InputFormat formatOf(String type, InputFormats formats) {
        Optional<InputFormat> format = formats.named(type);
        return format.orElseThrow(() -> new CommandException(
                ExitCode.USAGE,
                "--type " + type + " is no format; one of "
                        + formats.formats().stream().map(InputFormat::name).collect(Collectors.joining(", "))));
    }
}
