"""The embedded reader: raw text to sentences of tokens with trees and tagged spans."""
