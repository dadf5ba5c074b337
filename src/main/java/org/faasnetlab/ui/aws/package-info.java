/**
 * AWS accounts and testbeds in the window: list, jobs, costs.
 *
 * <p>Uses ui.common, format, export, run and testbed. Start reading at {@link AwsTestbedsViewModel}.
 */
@NullMarked
package org.faasnetlab.ui.aws;

import org.jspecify.annotations.NullMarked;
