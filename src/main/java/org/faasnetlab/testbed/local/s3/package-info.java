/** The S3 server of this computer, a process of its own, and what trials keep in it. */
@NullMarked
package org.faasnetlab.testbed.local.s3;

import org.jspecify.annotations.NullMarked;
