package dev.tiphys.catalog;

import static dev.tiphys.catalog.InstanceStatus.ACTIVE;
import static dev.tiphys.catalog.InstanceStatus.DELETED;
import static dev.tiphys.catalog.InstanceStatus.FAILED;
import static dev.tiphys.catalog.InstanceStatus.PROVISIONING;
import static dev.tiphys.catalog.InstanceStatus.UPDATING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InstanceStatusTest {

    @Test
    void aFailedDayTwoActionLeavesItAsActiveAsItWas() {
        assertThat(InstanceStatus.begun("feed")).isEqualTo(UPDATING);
        assertThat(InstanceStatus.ended("feed", false)).isEqualTo(ACTIVE);
        assertThat(ACTIVE.whyNot("feed", "feed")).isEmpty();
    }

    @Test
    void aFailedCreationIsRetriedOrCleanedUpAndNothingElse() {
        assertThat(InstanceStatus.ended("create", false)).isEqualTo(FAILED);
        assertThat(FAILED.whyNot("create", "create")).isEmpty();
        assertThat(FAILED.whyNot("delete", "create")).isEmpty();
        assertThat(FAILED.whyNot("feed", "create")).contains("Retry it");
    }

    @Test
    void aFailedDeletionIsOnlyRetried() {
        assertThat(InstanceStatus.ended("delete", false)).isEqualTo(FAILED);
        assertThat(FAILED.whyNot("delete", "delete")).isEmpty();
        assertThat(FAILED.whyNot("create", "delete")).isNotEmpty();
    }

    @Test
    void oneActionAtATimeAndNoneAfterTheEnd() {
        assertThat(PROVISIONING.whyNot("delete", "create")).contains("under way");
        assertThat(UPDATING.whyNot("feed", "feed")).contains("under way");
        assertThat(DELETED.whyNot("create", "delete")).isNotEmpty();
        assertThat(ACTIVE.whyNot("create", "create")).isNotEmpty();
    }
}
