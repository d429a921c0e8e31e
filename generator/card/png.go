package card

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
)

// encoder writes pictures of sixteen colours as PNG. That of the standard library asks for each
// pixel by a call, which takes longer than all else of a card.
type encoder struct {
	out    bytes.Buffer
	data   bytes.Buffer // of the picture, compressed
	packed []byte       // a row
	zlib   *zlib.Writer // its errors are those of a buffer, which has none
}

// encode makes the PNG of a picture of an even width; it is held until the next one.
func (e *encoder) encode(p *image.Paletted) []byte {
	e.out.Reset()
	e.out.WriteString("\x89PNG\r\n\x1a\n")
	head := binary.BigEndian.AppendUint32(nil, uint32(p.Rect.Dx()))
	head = binary.BigEndian.AppendUint32(head, uint32(p.Rect.Dy()))
	e.chunk("IHDR", append(head, 4, 3, 0, 0, 0)) // four bits a pixel, of a palette
	palette := make([]byte, 0, 3*16)
	for _, each := range p.Palette {
		c := each.(color.NRGBA)
		palette = append(palette, c.R, c.G, c.B)
	}
	e.chunk("PLTE", palette)
	e.compress(p)
	e.chunk("IDAT", e.data.Bytes())
	e.chunk("IEND", nil)
	return e.out.Bytes()
}

func (e *encoder) compress(p *image.Paletted) {
	e.data.Reset()
	if e.zlib == nil {
		e.zlib, _ = zlib.NewWriterLevel(&e.data, zlib.BestSpeed) // fails for other levels
		e.packed = make([]byte, 1+p.Rect.Dx()/2)                 // the first byte says: no filter
	}
	e.zlib.Reset(&e.data)
	for y := range p.Rect.Dy() {
		row := p.Pix[y*p.Stride:][:p.Rect.Dx()]
		packed := e.packed[1:]
		for i := range packed {
			packed[i] = row[2*i]<<4 | row[2*i+1]
		}
		e.zlib.Write(e.packed)
	}
	e.zlib.Close()
}

// chunk writes a part of a PNG: its length, name, data and sum.
func (e *encoder) chunk(name string, data []byte) {
	e.out.Write(binary.BigEndian.AppendUint32(nil, uint32(len(data))))
	sum := crc32.NewIEEE()
	sum.Write([]byte(name))
	sum.Write(data)
	e.out.WriteString(name)
	e.out.Write(data)
	e.out.Write(binary.BigEndian.AppendUint32(nil, sum.Sum32()))
}
