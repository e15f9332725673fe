package dev.tiphys.notification.slack;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;
import dev.tiphys.identity.Person;

/// Says no: on record, with Slack's ids and with the subject where there is one, and to the one who pressed.
@Component
class PressRefusals {

    private static final String CODE = "slack.pressed";

    private final SlackRecord record;
    private final SlackTasks tasks;
    private final Clock clock;

    PressRefusals(SlackRecord record, SlackTasks tasks, Clock clock) {
        this.record = record;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Transactional
    public void refuse(Interaction.Press press, Person person, String why) {
        refuse(press, Actor.of(person), why);
    }

    @Transactional
    public void refuse(Interaction.Press press, Actor who, String why) {
        note(who, press.action(), press.value(), why);
        tasks.reply(reply(press, PrivateReply.Kind.WORDS, why, null));
    }

    @Transactional
    public void offerToLink(Interaction.Press press) {
        note(press.by().actor(), press.action(), press.value(), "not linked to anybody");
        tasks.reply(reply(press, PrivateReply.Kind.LINK_ACCOUNT, "The portal does not know yet who you are. Link your"
                + " Slack account, then press again. The link is yours alone and good for 15 minutes; do not pass it"
                + " on.", null));
    }

    @Transactional
    public void offerToSignIn(Interaction.Press press, SlackAccount account) {
        Actor who = new Actor(account.subject(), account.personName(), press.by().signedIn().words());
        offerToSignIn(press, who, "The sign-in service does not vouch for you at the moment.");
    }

    @Transactional
    public void offerToSignIn(Interaction.Press press, Person person, String why) {
        offerToSignIn(press, Actor.of(person), why);
    }

    private void offerToSignIn(Interaction.Press press, Actor who, String why) {
        note(who, press.action(), press.value(), why);
        tasks.reply(reply(press, PrivateReply.Kind.DECIDE_IN_PORTAL, why + " Sign in to decide in the portal;"
                + " afterwards the buttons work again. The link is yours alone.", who.subject()));
    }

    /// The sign-in service takes its time: the word is kept, and whoever gave it knows that it does not count yet.
    @Transactional
    public void decideLater(SpokenWord word) {
        tasks.decide(word);
        tasks.reply(reply(word.press(), PrivateReply.Kind.WORDS, "The sign-in service is slow at the moment. Your word"
                + " counts as soon as it has confirmed you; the message will show it.", null));
    }

    Instant now() {
        return clock.instant();
    }

    @Transactional
    public void note(Interaction.Submission submission, Actor who, String why) {
        note(who, submission.dialog(), submission.value(), why);
    }

    @Transactional
    public void note(Interaction.Submission submission, Person person, String why) {
        note(submission, Actor.of(person), why);
    }

    private void note(Actor who, String action, String value, String why) {
        String request = ButtonValue.parse(value).map(button -> button.request().toString()).orElse("unknown");
        record.note(ActionTaken.by(who, CODE, "approval", request).change(null, SlackText.plain(action, 40))
                .refused(why));
    }

    private PrivateReply reply(Interaction.Press press, PrivateReply.Kind kind, String words,
            @Nullable String subject) {
        PrivateReply.Kind possible = kind == PrivateReply.Kind.DECIDE_IN_PORTAL
                && ButtonValue.parse(press.value()).isEmpty() ? PrivateReply.Kind.WORDS : kind;
        return new PrivateReply(possible, press.by(), press.responseUrl(), words,
                ButtonValue.parse(press.value()).map(button -> button.request().value()).orElse(null), subject,
                clock.instant());
    }
}
