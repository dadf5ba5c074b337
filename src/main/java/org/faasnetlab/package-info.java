/** FaaS Network Lab: what all rooms share. */
@NullMarked
package org.faasnetlab;

import org.jspecify.annotations.NullMarked;
