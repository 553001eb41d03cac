"""An upload that is too large is not read to its end."""

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from linli.core.files.content import HEAD, look_at
from linli.core.files.rules import form_small_enough, small_enough
from linli.lib.law import Finding


class BoundedUpload(FileUploadHandler):
    """Comes before Django's own handlers and stops the reading where a file passes the limit of
    what it shows itself to be: a picture that of photos, anything else that of tables, which is
    the widest. `refused` then holds the finding; what was read so far is thrown away."""

    refused: Finding | None = None
    _kind = "table"

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, str],
        content_length: int,
        boundary: Any,
        encoding: str | None = None,
    ) -> tuple[QueryDict, MultiValueDict[str, Any]] | None:
        self._form_size = content_length
        finding = form_small_enough(content_length)
        if finding:
            return None  # read as usual, piece by piece, below
        self.refused = finding
        return QueryDict(), MultiValueDict()

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._kind = "table"

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        if start == 0 and look_at(raw_data[:HEAD]).is_picture:
            self._kind = "photo"
        so_far = start + len(raw_data)
        if not small_enough(self._kind, so_far):
            # How large the file is nobody knows yet; the form around it says about.
            self.refused = small_enough(self._kind, max(so_far, self._form_size))
            raise StopUpload(connection_reset=True)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
