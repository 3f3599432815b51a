// The brain asset: written by bake at build time, read by model/brain_asset.h. Little-endian throughout.
//
//   header    brain_file_header (64 bytes)
//   parts     part_count x brain_file_part (64 bytes each)
//   vertices  vertex_count x brain_vertex (16 bytes each)
//   indices   index_count x uint32_t, relative to the part's first vertex
//
// Coordinates are MNI millimetres (x right, y front, z up) in steps of 1/256 mm from BRAIN_BOX_MIN_MM.
#ifndef NEUROTIDE_BASE_BRAIN_FORMAT_H
#define NEUROTIDE_BASE_BRAIN_FORMAT_H

#include <stdint.h>

#define BRAIN_FILE_MAGIC 0x4252544Eu // "NTRB" read as a little-endian number
enum { BRAIN_FILE_VERSION = 2, BRAIN_LODS = 3, BRAIN_NO_NODE = 255 };

// A stored coordinate q stands for BRAIN_BOX_MIN_MM + q / 256 mm, the same on each axis.
#define BRAIN_BOX_MIN_MM (-128.0)
#define BRAIN_STEPS_PER_MM 256.0

typedef enum brain_part_kind {
    BRAIN_PART_HULL,       // the whole outer surface: both hemispheres' outside, cerebellum, brainstem
    BRAIN_PART_HEMISPHERE, // one closed hemisphere, medial wall included (`hemisphere` says which)
    BRAIN_PART_DEEP,       // a deep structure or small nucleus of one node (`node`)
    BRAIN_PART_STEM        // cerebellum and brainstem, shown beside a hemisphere in the look `inside`
} brain_part_kind;

typedef enum brain_tissue {
    BRAIN_TISSUE_CORTEX,
    BRAIN_TISSUE_CEREBELLUM,
    BRAIN_TISSUE_STEM, // brainstem, chiasm, callosum cut: no node, never engaged
    BRAIN_TISSUE_DEEP
} brain_tissue;

typedef struct brain_file_header {
    uint32_t magic, version;
    uint32_t part_count, vertex_count, index_count;
    uint32_t vertex_bytes;  // 16
    uint64_t payload_bytes; // everything after the header
    uint64_t checksum;      // FNV-1a 64 of the payload by words of 8 bytes
    uint8_t reserved[24];
} brain_file_header;

typedef struct brain_file_part {
    uint32_t kind;       // brain_part_kind
    uint32_t lod;        // 0 finest .. 2; deep structures exist at lod 0 and 1 or only 0
    uint32_t hemisphere; // atlas_hemisphere: 0 midline or both, 1 left, 2 right
    uint32_t node;       // the one node, or BRAIN_NO_NODE when it varies by vertex
    uint32_t first_vertex, vertex_count;
    uint32_t first_index, index_count;
    float centre_mm[3];
    float radius_mm; // bounding sphere
    uint8_t reserved[16];
} brain_file_part;

typedef struct brain_vertex {
    uint16_t position[3];
    int8_t normal[2];  // octahedral, -127..127
    uint8_t occlusion; // 255 = open sky, 0 = fully hidden
    uint8_t sulcus;    // 0 = gyral crown, 255 = sulcal depth
    uint8_t node[3];   // BRAIN_NO_NODE where there is none
    uint8_t weight[2]; // weight of node[0], node[1] in 1/255; node[2] has the rest
    uint8_t tissue;    // brain_tissue
} brain_vertex;

_Static_assert(sizeof(brain_file_header) == 64, "header is 64 bytes");
_Static_assert(sizeof(brain_file_part) == 64, "part is 64 bytes");
_Static_assert(sizeof(brain_vertex) == 16, "a vertex is 16 bytes");

#endif
