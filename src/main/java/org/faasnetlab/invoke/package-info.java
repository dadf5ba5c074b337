/** Invoking functions and reaching S3 through the AWS SDK; the only room beside testbed.aws that knows the SDK. */
@NullMarked
package org.faasnetlab.invoke;

import org.jspecify.annotations.NullMarked;
