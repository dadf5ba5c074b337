/**
 * AWS accounts and testbeds in the window: list, jobs, costs.
 *
 * <p>Uses ui.common, testbed.aws and format. Start reading at {@link AwsTestbedsViewModel}.
 */
@NullMarked
package org.faasnetlab.ui.aws;

import org.jspecify.annotations.NullMarked;
