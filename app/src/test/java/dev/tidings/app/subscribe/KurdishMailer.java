package dev.tidings.app.subscribe;

import dev.tidings.consumer.subscribe.ArticleFilter;
import dev.tidings.consumer.subscribe.Subscription;
import dev.tidings.consumer.subscribe.SubscriptionRequest;
import dev.tidings.consumer.subscribe.SubscriptionStart;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import java.util.List;
import java.util.Map;

/** Tells of everything new in Kurdish. */
public final class KurdishMailer {

    private KurdishMailer() {}

    public static void main(String[] arguments) throws InterruptedException {
        Settings settings = Settings.resolveAll(
                List.of(),
                SettingSources.of(Map.of("bootstrap.servers", arguments[0], "schema.registry.url", arguments[1])));
        SubscriptionRequest request = SubscriptionRequest.ofGroup("kurdish-mailer")
                .startingAt(SubscriptionStart.earliest())
                .withFilter(
                        ArticleFilter.everyArticle().withLanguages("ckb", "ku").withVerdicts("NEW"));

        try (Subscription subscription = Subscription.open(
                settings,
                request,
                article -> System.out.println("mail: " + article.event().getUri()))) {
            Runtime.getRuntime().addShutdownHook(new Thread(subscription::close));
            subscription.start().awaitEnd();
        }
    }
}
