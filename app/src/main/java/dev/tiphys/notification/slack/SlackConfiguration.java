package dev.tiphys.notification.slack;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.tiphys.catalog.HelpAsked;
import dev.tiphys.recovery.OutwardTask;

/// The durable tasks by which Slack hears of what was decided.
@Configuration(proxyBeanMethods = false)
class SlackConfiguration {

    @Bean
    OutwardTask slackMessages() {
        return new OutwardTask("send-slack-message", "A message in Slack");
    }

    @Bean
    OutwardTask slackReplies() {
        return new OutwardTask("reply-in-slack", "A private reply in Slack");
    }

    @Bean
    OutwardTask wordsFromSlack() {
        return new OutwardTask("decide-in-slack", "A decision that somebody made in Slack");
    }

    @Bean
    Task<SpokenWord> decideInSlack(SpokenWords words, SlackTasks tasks) {
        return Tasks.oneTime(SlackTasks.DECIDE).onFailure(tasks.tryAgain())
                .execute((task, context) -> words.decideNow(task.getData()));
    }

    @Bean
    Task<Void> remindOfPromotion(PromotionListener promotions, SlackTasks tasks) {
        return Tasks.oneTime(SlackTasks.REMIND).onFailure(tasks.tryAgain())
                .execute((task, context) -> promotions.remind(SlackTasks.Wait.parse(task.getId())));
    }

    @Bean
    Task<Void> sendSlackMessage(MessageSending sending, SlackTasks tasks) {
        return Tasks.oneTime(SlackTasks.SEND).onFailure(tasks.tryAgain())
                .execute((task, context) -> sending.send(SlackTasks.message(task.getId())));
    }

    @Bean
    Task<String> postAuditCheckpoint(CheckpointPosts posts, SlackTasks tasks) {
        return Tasks.oneTime(SlackTasks.CHECKPOINT).onFailure(tasks.tryAgain())
                .execute((task, context) -> posts.post(task.getId(), task.getData()));
    }

    @Bean
    OutwardTask helpInSlack() {
        return new OutwardTask("ask-provider-in-slack", "A question to a provider in Slack");
    }

    @Bean
    Task<HelpAsked> askProviderInSlack(HelpPosts posts, SlackTasks tasks) {
        return Tasks.oneTime(SlackTasks.HELP).onFailure(tasks.tryAgain())
                .execute((task, context) -> posts.post(task.getData()));
    }

    @Bean
    Task<PrivateReply> replyInSlack(PrivateReplies replies, SlackTasks tasks) {
        return Tasks.oneTime(SlackTasks.REPLY).onFailure(tasks.tryAgain())
                .execute((task, context) -> replies.send(task.getData()));
    }
}
