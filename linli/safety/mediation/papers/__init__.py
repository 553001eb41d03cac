"""The papers of a file, composed once from the record and drawn as a page, a PDF or a .docx."""
