package dev.tiphys.notification.slack;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import com.slack.api.model.Message;
import com.slack.api.model.User;
import com.slack.api.model.view.View;
import com.slack.api.util.http.SlackHttpClient;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// The calls of Slack's Web API that are needed. Each has a deadline; none may be made inside a transaction.
@Component
class SlackApi implements DisposableBean {

    /// The type under which messages carry the id of their row.
    static final String MARK = "tiphys_message";

    /// Slack waits three seconds for the answer to a press, and a press needs at most two of these calls.
    private static final Duration AT_ONCE = Duration.ofMillis(1100);

    private static final int PAGE = 200;

    private final Slack patient;
    private final Slack quick;
    private final SlackSecret token;

    SlackApi(SlackProperties properties) {
        this.patient = client(properties, properties.deadline());
        this.quick = client(properties, AT_ONCE);
        this.token = new SlackSecret(properties.token(), properties.tokenFile());
    }

    private static Slack client(SlackProperties properties, Duration deadline) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(properties.methods());
        config.setHttpClientCallTimeoutMillis((int) deadline.toMillis());
        config.setHttpClientReadTimeoutMillis((int) deadline.toMillis());
        config.setStatsEnabled(false);
        // By itself the HTTP client sends a post again when a connection breaks, and so would say things twice.
        SlackHttpClient http = new SlackHttpClient(
                SlackHttpClient.buildOkHttpClient(config).newBuilder().retryOnConnectionFailure(false).build());
        http.setConfig(config);
        return Slack.getInstance(config, http);
    }

    /// @param thread the message to answer; null for a message of its own
    /// @param mark found again by [#find]
    SlackPlace post(String channel, @Nullable String thread, SlackContent content, String mark) {
        Message.Metadata metadata = Message.Metadata.builder().eventType(MARK).eventPayload(Map.of("id", mark)).build();
        ChatPostMessageResponse posted = call(patient,
                slack -> slack.chatPostMessage(message -> message.channel(channel).threadTs(thread)
                        .text(content.text()).blocks(content.blocks()).metadata(metadata).unfurlLinks(false)
                        .unfurlMedia(false)));
        return new SlackPlace(posted.getChannel(), posted.getTs());
    }

    void update(SlackPlace place, SlackContent content) {
        ChatUpdateResponse _ = call(patient, slack -> slack.chatUpdate(message -> message.channel(place.channelId())
                .ts(place.ts()).text(content.text()).blocks(content.blocks())));
    }

    /// The message with this mark, posted since then, wherever an earlier attempt has left it.
    Optional<SlackPlace> find(String channel, @Nullable String thread, String mark, Instant since) {
        String id = channelId(channel);
        String oldest = since.getEpochSecond() + ".000000";
        List<Message> messages = thread == null
                ? call(patient, slack -> slack.conversationsHistory(history -> history.channel(id).oldest(oldest)
                        .limit(PAGE).includeAllMetadata(true))).getMessages()
                : call(patient, slack -> slack.conversationsReplies(replies -> replies.channel(id).ts(thread)
                        .oldest(oldest).limit(PAGE).includeAllMetadata(true))).getMessages();
        return messages.stream().filter(message -> bears(message, mark)).findFirst()
                .map(message -> new SlackPlace(id, message.getTs()));
    }

    private static boolean bears(Message message, String mark) {
        Message.Metadata metadata = message.getMetadata();
        return metadata != null && MARK.equals(metadata.getEventType()) && metadata.getEventPayload() != null
                && mark.equals(metadata.getEventPayload().get("id"));
    }

    private String channelId(String channel) {
        if (channel.matches("[CGD][A-Z0-9]{7,}")) {
            return channel;
        }
        String name = channel.startsWith("#") ? channel.substring(1) : channel;
        return call(patient, slack -> slack.conversationsList(list -> list.limit(1000).excludeArchived(true)
                .types(List.of(ConversationType.PUBLIC_CHANNEL, ConversationType.PRIVATE_CHANNEL)))).getChannels()
                .stream().filter(each -> name.equals(each.getName())).map(Conversation::getId).findFirst()
                .orElseThrow(() -> SlackFailure.refused("channel_not_found"));
    }

    /// Opens a dialog for whoever pressed; the trigger is good for three seconds.
    void open(String trigger, View view) {
        call(quick, slack -> slack.viewsOpen(dialog -> dialog.triggerId(trigger).view(view)));
    }

    /// What the token may do, as Slack says with each of its answers; empty when it says nothing.
    Set<String> scopes() {
        return call(patient, slack -> slack.authTest(test -> test)).getHttpResponseHeaders()
                .getOrDefault("x-oauth-scopes", List.of()).stream().flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip).filter(scope -> !scope.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }

    /// The id of the workspace that the token is for.
    String team() {
        return String.valueOf(call(patient, slack -> slack.authTest(test -> test)).getTeamId());
    }

    SlackMember member(String user) {
        User found = call(quick, slack -> slack.usersInfo(asked -> asked.user(user))).getUser();
        return new SlackMember(String.valueOf(found.getTeamId()), found.isDeleted(),
                found.isRestricted() || found.isUltraRestricted() || found.isStranger(), found.isBot());
    }

    /// For what the library sends beside the Web API.
    Slack library() {
        return patient;
    }

    private interface Call<T> {

        T with(MethodsClient slack) throws IOException, SlackApiException;
    }

    private <T extends SlackApiTextResponse> T call(Slack client, Call<T> call) {
        try {
            T answer = call.with(client.methods(token.get()));
            if (!answer.isOk()) {
                throw SlackFailure.refused(String.valueOf(answer.getError()));
            }
            return answer;
        } catch (SlackApiException refused) {
            throw SlackFailure.of(refused);
        } catch (IOException broken) {
            throw SlackFailure.away(broken);
        }
    }

    @Override
    public void destroy() throws Exception {
        patient.close();
        quick.close();
    }
}
