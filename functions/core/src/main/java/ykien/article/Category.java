package ykien.article;

/// The part of the paper that an article stands in.
///
/// @param slug the last part of its address, made from the name: `doi-song`
/// @param name as readers see it: `Đời sống`
public record Category(Slug slug, String name) {}
