package org.faasnetlab.ui.aws;

import org.faasnetlab.testbed.aws.account.AwsProfile;
import org.jspecify.annotations.Nullable;

/** A profile that can be chosen, or the SDK's default chain if it is null. */
public record ProfileChoice(@Nullable AwsProfile profile) {
    static final ProfileChoice DEFAULT_CHAIN = new ProfileChoice(null);

    /** The name for the SDK; null for the default chain. */
    @Nullable
    String name() {
        return profile == null ? null : profile.name();
    }
}
