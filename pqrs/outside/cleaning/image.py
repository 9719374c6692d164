"""Images: decoded and made anew, so that nothing but what is seen is kept."""

from typing import BinaryIO, Final

import pillow_heif
from PIL import Image, ImageOps, UnidentifiedImageError

from pqrs.office.attachments import FileFault, FileKind, FileRefusal

MOST_PIXELS: Final = 40_000_000
QUALITY: Final = 85
FORMATS: Final = ("JPEG", "PNG", "HEIF")
WITH_TRANSPARENCY: Final = ("RGBA", "LA", "PA")
AS_PNG: Final = ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")
TELLING: Final = (
    "exif",
    "xmp",
    "XML:com.adobe.xmp",
    "comment",
    "photoshop",
    "metadata",
    "icc_profile",
)


def clean_image(raw: BinaryIO, out: BinaryIO) -> tuple[FileKind, bool]:
    """JPG stays JPG, PNG stays PNG, HEIC becomes JPG; turned as it was meant to be seen.

    Raises `FileRefusal`, or whatever the decoder raises at an image that is cut short.
    """
    Image.MAX_IMAGE_PIXELS = None  # the header decides, below, with a message of its own
    pillow_heif.register_heif_opener(thumbnails=False)
    with opened(raw) as image:
        if image.width * image.height > MOST_PIXELS:
            raise FileRefusal(FileFault.TOO_MANY_PIXELS)
        kind = FileKind.PNG if image.format == "PNG" else FileKind.JPG
        image.load()
        stripped = tells(image)
        upright = ImageOps.exif_transpose(image)
    save(upright, kind, out)
    return kind, stripped


def opened(raw: BinaryIO) -> Image.Image:
    """By its header alone. A file with the first bytes of an image and nothing behind is broken."""
    try:
        return Image.open(raw, formats=FORMATS)
    except UnidentifiedImageError as error:
        raise FileRefusal(FileFault.UNREADABLE) from error


def tells(image: Image.Image) -> bool:
    """Whether it says where, when or with what it was taken."""
    texts = getattr(image, "text", {})
    return bool(image.getexif() or texts or any(image.info.get(name) for name in TELLING))


def save(image: Image.Image, kind: FileKind, out: BinaryIO) -> None:
    """The pixels, and of the rest only which colour of a palette is see-through."""
    transparency = image.info.get("transparency")
    image.info = {}
    if kind is FileKind.PNG:
        plain = image if image.mode in AS_PNG else image.convert("RGBA")
        seen = {} if transparency is None else {"transparency": transparency}
        plain.save(out, "PNG", **seen)
        return
    flat = image if image.mode in {"L", "RGB"} else on_white(image)
    flat.save(out, "JPEG", quality=QUALITY, optimize=True)


def on_white(image: Image.Image) -> Image.Image:
    """A JPG has no transparency and its readers know no CMYK."""
    if image.mode not in WITH_TRANSPARENCY:
        return image.convert("RGB")
    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A"))
    return ground
