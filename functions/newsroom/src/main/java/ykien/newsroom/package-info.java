/// The newsroom function: the people of the newspaper sign in, moderate what readers sent, and answer it.
@org.jspecify.annotations.NullMarked
package ykien.newsroom;
