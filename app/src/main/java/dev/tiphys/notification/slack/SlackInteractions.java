package dev.tiphys.notification.slack;

import java.util.Optional;

import org.springframework.stereotype.Component;

/// Takes what Slack sends: proves it to be Slack's, takes it once, and acts on it.
@Component
public class SlackInteractions {

    private final SlackSignatures signatures;
    private final SignatureAlarm alarm;
    private final TakenInteractions taken;
    private final InteractionReader reader;
    private final InteractionDeeds deeds;

    SlackInteractions(SlackSignatures signatures, SignatureAlarm alarm, TakenInteractions taken,
            InteractionReader reader, InteractionDeeds deeds) {
        this.signatures = signatures;
        this.alarm = alarm;
        this.taken = taken;
        this.reader = reader;
        this.deeds = deeds;
    }

    public boolean isOn() {
        return deeds.isOn();
    }

    public InteractionAnswer take(SignedRequest request) {
        Optional<String> objection = signatures.objection(request);
        if (objection.isPresent()) {
            alarm.raise(objection.get());
            return InteractionAnswer.refused(401);
        }
        Optional<Interaction> interaction = reader.read(request.body());
        if (interaction.isEmpty()) {
            return InteractionAnswer.refused(400);
        }
        return taken.isFirst(request) ? deeds.follow(interaction.get()) : deeds.repeated(interaction.get());
    }

    /// A body that was not even read to its end.
    public InteractionAnswer tooLarge() {
        alarm.raise("too large");
        return InteractionAnswer.refused(413);
    }
}
