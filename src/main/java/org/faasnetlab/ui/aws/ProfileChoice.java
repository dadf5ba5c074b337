package org.faasnetlab.ui.aws;

import org.faasnetlab.testbed.aws.account.AwsProfile;
import org.jspecify.annotations.Nullable;

/** A profile to choose, or the SDK's default chain where there is none. */
public record ProfileChoice(@Nullable AwsProfile profile) {
    static final ProfileChoice DEFAULT_CHAIN = new ProfileChoice(null);

    /** As the SDK wants it; null for the default chain. */
    @Nullable
    String name() {
        return profile == null ? null : profile.name();
    }
}
