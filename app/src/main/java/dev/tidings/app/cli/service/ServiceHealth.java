package dev.tidings.app.cli.service;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.logging.ServiceLog;
import dev.tidings.app.metrics.HealthServer;
import dev.tidings.app.metrics.ServiceMeters;
import dev.tidings.kafka.health.HeartbeatSender;
import dev.tidings.kafka.health.ProcessHealth;
import dev.tidings.kafka.health.ProcessIdentity;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.RestoreState;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * What a command that works for long lets others know of it: that it lives, what it waits for, how it ended, by
 * heartbeats and over HTTP, and its meters.
 */
public final class ServiceHealth implements AutoCloseable {
    private final ProcessHealth health = new ProcessHealth(InstantSource.system());
    private final String kind;
    private final ServiceLog log;
    private final ServiceMeters meters;
    private final Optional<HealthServer> server;
    private final Optional<HeartbeatSender> heartbeats;

    private ServiceHealth(Settings settings, Optional<ProcessIdentity> identity, boolean serves) {
        this.kind = identity.map(ProcessIdentity::kind).orElse("command");
        this.log = serves ? ServiceLog.begin(settings) : ServiceLog.usual();
        this.meters = new ServiceMeters(identity.orElse(ProcessIdentity.NOBODY), health);
        this.server = serves ? HealthServer.start(settings, meters::scrape, health::report) : Optional.empty();
        String url = server.map(HealthServer::metricsUrl).orElse("");
        this.heartbeats =
                identity.map(known -> HeartbeatSender.ofSettings(settings, known.servingMetricsAt(url), health));
        heartbeats.ifPresent(HeartbeatSender::start);
    }

    /**
     * Begins to tell of a service that is starting, and to serve its meters.
     *
     * @throws dev.tidings.kafka.settings.SettingsException when the client settings are not valid, or the port for the
     *     meters cannot be had
     */
    public static ServiceHealth ofService(Settings settings, ProcessIdentity identity) {
        return new ServiceHealth(settings, Optional.of(identity), true);
    }

    /** Begins to tell of a command that ends by itself, unless it is one that nobody would miss. */
    public static ServiceHealth ofCommand(Settings settings, Optional<ProcessIdentity> identity) {
        return new ServiceHealth(settings, identity, false);
    }

    /** Returns the meters of the process, for its parts to add theirs. */
    public ServiceMeters meters() {
        return meters;
    }

    /** Returns where the process says what it has to say: its log, if that is not what people read anyhow. */
    public Console voice(Console console) {
        return log.voiceOf(kind).map(console::sayingTo).orElse(console);
    }

    /** Does the work of the process, and tells what it ends of when it fails. */
    public <T> T reportFailure(Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (RuntimeException e) {
            noteFailure(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** Notes that it has all that it needs; parameters as of {@link ProcessHealth#noteStart}. */
    public void noteStart(Supplier<List<String>> obstacles, Supplier<List<RestoreState>> restores) {
        health.noteStart(obstacles, restores);
    }

    /** Does work that nothing is known to hinder, tells what it ends of when it fails, and says the last word. */
    public <T> T runToEnd(Supplier<T> work) {
        noteStart(List::of, List::of);
        try {
            return work.get();
        } catch (RuntimeException e) {
            noteFailure(String.valueOf(e.getMessage()));
            throw e;
        } finally {
            close();
        }
    }

    private void noteFailure(String message) {
        health.noteFailure(message);
        log.noteFailure(kind, message);
    }

    /** Says the last word; a second call does nothing. */
    @Override
    public void close() {
        health.noteStop();
        heartbeats.ifPresent(HeartbeatSender::close);
        server.ifPresent(HealthServer::close);
        meters.close();
        log.close();
    }
}
