package org.ronghe.serve.filing;

import org.jspecify.annotations.Nullable;

/// What the applicant gives for a material: an uploaded file or an electronic licence.
///
/// @param attachment SHA-256 of an upload of the applicant's
/// @param licence number of a licence of the applicant's
public record Given(@Nullable String attachment, @Nullable String licence) {}
