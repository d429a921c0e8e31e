package collate

// HasWords says whether there is a word in a quotation that can be compared.
func HasWords(quotation string) bool { return len(split(normalise(quotation))) > 0 }
