package dev.tidings.kafka.serde;

import static dev.tidings.kafka.serde.FakeRegistry.Answer.FORBIDDEN;
import static dev.tidings.kafka.serde.FakeRegistry.Answer.INCOMPATIBLE;
import static dev.tidings.kafka.serde.FakeRegistry.Answer.NOT_FOUND_OF_A_PROXY;
import static dev.tidings.kafka.serde.FakeRegistry.Answer.PROPER;
import static dev.tidings.kafka.serde.FakeRegistry.Answer.UNAUTHORIZED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.kafka.serde.FakeRegistry.Answer;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RegistryAnswersTest {

    private static final Topics TOPICS = Topics.of(Topics.DEFAULT_PREFIX);
    private static final Topic RAW = TOPICS.raw();
    private static final RawArticle ARTICLE =
            RawArticle.newBuilder().setArticleId("an-id").build();

    private static final Duration PATIENCE = Duration.parse(System.getProperty("tidings.test.patience", "PT5M"));

    private final FakeRegistry registry = FakeRegistry.start();

    @TempDir
    Path folder;

    @BeforeEach
    void knowTheSchemas() {
        registry.putSubjects(TOPICS.allTopics(), 1);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"PROPER", "INCOMPATIBLE"})
    void whateverElseThanASchemaComesReadingWaitsAndGoesOn(Answer answer) {
        byte[] value = serializer().serialize("", ARTICLE);
        Deserializer<RawArticle> reader = new AvroSerdes(impatient()).deserializer(RAW, RawArticle.class);
        registry.answerWith(answer);

        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> reader.deserialize("", value))
                .satisfies(this::namesAddressAndFix);

        registry.answerWith(PROPER);
        assertThat(retried(() -> reader.deserialize("", value))).isEqualTo(ARTICLE);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"PROPER", "INCOMPATIBLE"})
    void whateverElseThanAnIdComesWritingWaitsAndGoesOn(Answer answer) {
        Serializer<RawArticle> writer = new AvroSerdes(impatient()).serializer(RAW);
        registry.answerWith(answer);

        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> writer.serialize("", ARTICLE))
                .satisfies(this::namesAddressAndFix);

        registry.answerWith(PROPER);
        assertThat(retried(() -> writer.serialize("", ARTICLE))).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"PROPER", "INCOMPATIBLE"})
    void whateverComesAtTheStartItIsADependencyThatIsNotThere(Answer answer) {
        SchemaRegistration registration = new SchemaRegistration(impatient());
        registry.answerWith(answer);

        assertThatExceptionOfType(DependencyUnreachableException.class)
                .isThrownBy(() -> registration.registerAll(TOPICS))
                .satisfies(this::namesAddressAndFix);
        assertThatExceptionOfType(DependencyUnreachableException.class)
                .isThrownBy(registration::registeredSubjects)
                .satisfies(this::namesAddressAndFix);

        registry.answerWith(PROPER);
        assertThat(retried(() -> {
                    registration.registerAll(TOPICS);
                    return registration.registeredSubjects();
                }))
                .hasSize(TOPICS.allTopics().size());
    }

    @Test
    void aRefusalNamesTheAnswerAndTheSetting() {
        assertThat(messageAt(UNAUTHORIZED))
                .isEqualTo("the schema registry at " + registry.url()
                        + " answers 401 (it does not know this user or password);"
                        + " set registry.basic.auth.credentials.source=USER_INFO and"
                        + " registry.basic.auth.user.info=USER:PASSWORD");
        assertThat(messageAt(FORBIDDEN)).contains("answers 403 (this user may not do that)");
        assertThat(messageAt(NOT_FOUND_OF_A_PROXY)).contains("answers 404", "set --registry", "path included");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"PROPER", "INCOMPATIBLE"})
    void onlyARefusalIsNothingThatPassesByItself(Answer answer) {
        registry.answerWith(answer);

        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> new SchemaRegistration(impatient()).registerAll(TOPICS))
                .satisfies(e -> assertThat(e.isRefusal()).isEqualTo(answer == UNAUTHORIZED || answer == FORBIDDEN));
    }

    @Test
    void aCertificateThatIsNotTrustedIsNamedWithTheSetting() throws Exception {
        byte[] value = serializer().serialize("", ARTICLE);
        try (FakeRegistry secret = FakeRegistry.startWithTls(contextOfAStranger())) {
            Deserializer<RawArticle> reader = new AvroSerdes(secret.config()).deserializer(RAW, RawArticle.class);

            assertThatExceptionOfType(RegistryUnavailableException.class)
                    .isThrownBy(() -> reader.deserialize("", value))
                    .withMessageContainingAll(
                            secret.url(), "is not trusted", "registry.schema.registry.ssl.truststore.location");
            assertThatExceptionOfType(DependencyUnreachableException.class)
                    .isThrownBy(() -> new SchemaRegistration(secret.config()).registerAll(TOPICS))
                    .withMessageContainingAll(secret.url(), "is not trusted")
                    .satisfies(e -> assertThat(e.isRefusal()).isTrue());
        }
    }

    @Test
    void aSchemaThatIsIncompatibleIsASettingOfTheInstallation() {
        registry.answerWith(INCOMPATIBLE);

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> new SchemaRegistration(registry.config()).registerAll(TOPICS))
                .withMessageContainingAll(registry.url(), "refuses the schema of tidings.raw-value");
    }

    @Test
    void aConflictWithAProcessThatRegistersTheSameAtTheSameTimePasses() {
        registry.empty();
        registry.answerFirstWith(INCOMPATIBLE, INCOMPATIBLE);
        SchemaRegistration registration = new SchemaRegistration(registry.config());

        registration.registerAll(TOPICS);

        assertThat(registration.registeredSubjects()).hasSize(TOPICS.allTopics().size());
    }

    @Test
    void noMessageShowsThePassword() {
        String url = registry.url().replace("//", "//user:hunter2@");
        registry.answerWith(UNAUTHORIZED);
        SchemaRegistration registration = new SchemaRegistration(Map.of("schema.registry.url", url, "max.retries", 0));

        assertThatExceptionOfType(DependencyUnreachableException.class)
                .isThrownBy(() -> registration.registerAll(TOPICS))
                .withMessageContaining("//****@")
                .withMessageNotContaining("hunter2");
    }

    @Test
    void settingsThatTheClientRefusesAreAUsageError() {
        Map<String, String> config = Map.of(
                "schema.registry.url",
                "https://127.0.0.1:1",
                "schema.registry.ssl.truststore.location",
                folder.resolve("none").toString());

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> new AvroSerdes(config))
                .withMessageContaining("registry client settings are not valid");
    }

    private String messageAt(Answer answer) {
        registry.answerWith(answer);
        return catchThrowableOfType(
                        RegistryUnavailableException.class,
                        () -> new SchemaRegistration(registry.config()).registerAll(TOPICS))
                .getMessage();
    }

    private void namesAddressAndFix(DependencyUnreachableException e) {
        assertThat(e.getMessage())
                .startsWith("the schema registry at " + registry.url() + " ")
                .contains("; ");
        assertThat(e.getMessage().lines()).hasSize(1);
    }

    /** A client that soon sees that nothing comes. */
    private Map<String, Object> impatient() {
        Map<String, Object> config = new HashMap<>(registry.config());
        config.put("http.read.timeout.ms", 300);
        return config;
    }

    /** As production goes on: what a busy machine is too slow for is asked again. */
    private static <T> T retried(Supplier<T> work) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return work.get();
            } catch (RegistryUnavailableException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }

    private Serializer<RawArticle> serializer() {
        return new AvroSerdes(registry.config()).serializer(RAW);
    }

    /** The JDK makes certificates by a program alone. */
    private SSLContext contextOfAStranger() throws Exception {
        Path file = folder.resolve("stranger.p12");
        char[] password = "changeit".toCharArray();
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(password),
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
