@NullMarked
package org.ronghe.serve.works.web;

import org.jspecify.annotations.NullMarked;
