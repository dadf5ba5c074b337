/** The testbed in the user's AWS account: its template, its servers, and how it is made and taken away. */
@NullMarked
package org.faasnetlab.testbed.aws;

import org.jspecify.annotations.NullMarked;
