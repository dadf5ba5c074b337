/**
 * The wizard that creates a testbed on AWS.
 *
 * <p>Uses ui.aws, ui.wizard, ui.common, testbed.aws and workload. Start reading at {@link AwsSetupViewModel}.
 */
@NullMarked
package org.faasnetlab.ui.aws.setup;

import org.jspecify.annotations.NullMarked;
