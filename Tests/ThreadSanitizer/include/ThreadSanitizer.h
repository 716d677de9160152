// Nothing is called from elsewhere: what the file beside it defines stands in for functions of the
// Swift runtime wherever it is linked.
