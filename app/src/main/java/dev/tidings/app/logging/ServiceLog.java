package dev.tidings.app.logging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * The log of a service as its settings want it. By default nothing changes: lines for people on standard error. It is one
 * for the whole process, from {@link #begin} to {@link #close()}.
 */
public final class ServiceLog implements AutoCloseable {

    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level %logger{24}"
            + " - %replace(%msg){'[\\r\\n\\x1b]', '_'}%n%nopex";
    /** How often the size of the file is looked at. */
    private static final long LOOK_EVERY_MS = 1_000;

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final LoggerContext context = root.getLoggerContext();
    private final List<Appender<ILoggingEvent>> replaced = new ArrayList<>();
    private final Optional<Appender<ILoggingEvent>> own;

    private ServiceLog(Optional<Settings> settings) {
        own = settings.filter(ServiceLog::isUnusual).map(this::newAppender);
        own.ifPresent(this::replaceAppenders);
    }

    private static boolean isUnusual(Settings settings) {
        return settings.get(LogSettings.FORMAT) != LogSettings.Format.TEXT
                || !settings.get(LogSettings.FILE).isEmpty();
    }

    /** Returns the log of a command that ends by itself: standard error. */
    public static ServiceLog usual() {
        return new ServiceLog(Optional.empty());
    }

    /**
     * Begins to write as the settings say.
     *
     * @param settings resolved with {@link LogSettings#ALL} among the known
     * @throws SettingsException when the file cannot be written
     */
    public static ServiceLog begin(Settings settings) {
        return new ServiceLog(Optional.of(settings));
    }

    private void replaceAppenders(Appender<ILoggingEvent> appender) {
        root.iteratorForAppenders().forEachRemaining(replaced::add);
        replaced.forEach(root::detachAppender);
        root.addAppender(appender);
    }

    private Appender<ILoggingEvent> newAppender(Settings settings) {
        String file = settings.get(LogSettings.FILE);
        OutputStreamAppender<ILoggingEvent> appender = file.isEmpty() ? standardError() : rollingFile(file, settings);
        appender.setContext(context);
        appender.setName("service");
        appender.setEncoder(settings.get(LogSettings.FORMAT) == LogSettings.Format.JSON ? json() : text());
        appender.start();
        return appender;
    }

    private static OutputStreamAppender<ILoggingEvent> standardError() {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setTarget("System.err");
        return appender;
    }

    private OutputStreamAppender<ILoggingEvent> rollingFile(String file, Settings settings) {
        requireWritable(Path.of(file));
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setFile(file);
        FixedWindowRollingPolicy names = new FixedWindowRollingPolicy();
        names.setContext(context);
        names.setParent(appender);
        names.setFileNamePattern(file + ".%i");
        names.setMinIndex(1);
        names.setMaxIndex(Math.toIntExact(settings.get(LogSettings.FILES)));
        names.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(settings.get(LogSettings.MAX_BYTES)));
        size.setCheckIncrement(Duration.buildByMilliseconds(LOOK_EVERY_MS));
        size.start();
        appender.setRollingPolicy(names);
        appender.setTriggeringPolicy(size);
        return appender;
    }

    private static void requireWritable(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
        } catch (IOException e) {
            throw new SettingsException("log.file = " + file + " cannot be written: " + e.getMessage()
                    + "; name another or mend its rights");
        }
    }

    private Encoder<ILoggingEvent> json() {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithFormattedMessage(true);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithContext(false);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithMarkers(false);
        encoder.setWithMDC(false);
        encoder.setWithKVPList(false);
        encoder.start();
        return encoder;
    }

    private Encoder<ILoggingEvent> text() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        return encoder;
    }

    /**
     * Returns what a service says to people as lines of the log; empty where both are on standard error anyhow.
     *
     * @param service name of the service, under which they are logged
     */
    public Optional<PrintWriter> voiceOf(String service) {
        return own.map(appender -> new PrintWriter(new LogWriter(LoggerFactory.getLogger("dev.tidings." + service))));
    }

    /** Logs what ended the service, where the log is not what people read anyhow. */
    public void noteFailure(String service, String message) {
        own.ifPresent(
                appender -> LoggerFactory.getLogger("dev.tidings." + service).error("{}", message));
    }

    /** Writes as before; a second call does nothing. */
    @Override
    public void close() {
        own.ifPresent(appender -> {
            replaced.forEach(root::addAppender);
            replaced.clear();
            root.detachAppender(appender);
            appender.stop();
        });
    }
}
